package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.ui.fake.FakeWorld;

/// The user guide beside the program's window, opened by its key.
class HelpWindowTest {
    private static final TourStop START =
            TourStop.of("help-keys", FakeWorld::new, WindowIntent.NONE).sized(900, 600);

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void f1OpensTheGuideOnceAndEscapeClosesIt() {
        try (TourWindow window = new TourWindow(START, Appearance.DEFAULT)) {
            press(KeyCode.F1);
            assertThat(title(window)).isEqualTo("User guide");
            assertThat(heading(window)).isEqualTo("User guide");
            press(KeyCode.F1);
            assertThat(helpWindows()).isEqualTo(1);
            press(KeyCode.ESCAPE);
            assertThat(helpWindows()).isZero();
            assertThat(title(window)).isEqualTo("Tonewire");
        }
    }

    @Test
    void itOpensWhereItTellsOfTheScreenAndGoesWithTheProgram() {
        try (TourWindow window = new TourWindow(START, Appearance.DEFAULT)) {
            TourWindow.fx(() -> accelerator(window, KeyCode.COMMA).run());
            press(KeyCode.F1);
            assertThat(heading(window)).isEqualTo("Settings");
        }
        assertThat(helpWindows()).isZero();
    }

    @Test
    void choosingInTheContentsGoesThere() {
        try (TourWindow window = opened(Appearance.DEFAULT)) {
            TourWindow.fx(() -> contents(window).getSelectionModel().selectLast());
            TourWindow.fx(() -> contents(window).getSelectionModel().selectLast());
            ScrollPane page = (ScrollPane) window.scene().lookup(".guide-scroll");
            assertThat(page.getVvalue()).isPositive();
            TourWindow.fx(() -> contents(window).getSelectionModel().selectFirst());
            assertThat(heading(window)).isEqualTo("User guide");
            assertThat(page.getVvalue()).isZero();
        }
    }

    @Test
    void whatIsTypedNarrowsTheContentsAndEnterOpensWhatWasFound() {
        try (TourWindow window = opened(Appearance.DEFAULT)) {
            int all = contents(window).getItems().size();
            TextField search = (TextField) window.scene().getFocusOwner();
            TourWindow.fx(() -> search.setText("host does not answer"));
            assertThat(contents(window).getItems().size()).isBetween(1, all / 4);
            press(KeyCode.ENTER);
            assertThat(heading(window)).isEqualTo("Troubleshooting");
            TourWindow.fx(() -> search.setText("xylophone"));
            assertThat(contents(window).getItems()).isEmpty();
        }
    }

    @Test
    void theFirstLinkOfAPageCanBeFollowed() {
        try (TourWindow window = opened(Appearance.DEFAULT)) {
            Hyperlink link = nodes(window, Hyperlink.class).findFirst().orElseThrow();
            TourWindow.fx(link::fire);
            assertThat(heading(window)).isNotEqualTo("User guide");
            assertThat(window.world().browsed).isEmpty();
        }
    }

    @Test
    void thePageScrollsByItsKeysAndLinksToTheWebGoToTheBrowser() {
        try (TourWindow window = opened(Appearance.DEFAULT)) {
            TextField search = (TextField) window.scene().getFocusOwner();
            TourWindow.fx(() -> search.setText("blackhole"));
            press(KeyCode.ENTER);
            press(KeyCode.TAB);
            press(KeyCode.TAB);
            ScrollPane page = (ScrollPane) window.scene().lookup(".guide-scroll");
            assertThat(page.isFocused()).isTrue();
            double before = page.getVvalue();
            press(KeyCode.PAGE_DOWN);
            assertThat(page.getVvalue()).isGreaterThan(before);
            press(KeyCode.TAB);
            press(KeyCode.SPACE);
            assertThat(window.world().browsed)
                    .containsExactly("https://existential.audio/blackhole/");
        }
    }

    @Test
    void itFollowsTheThemeAndTheLanguage() {
        try (TourWindow window = new TourWindow(START, Appearance.DEFAULT.withTheme(Theme.LIGHT))) {
            TourWindow.fx(() -> accelerator(window, KeyCode.COMMA).run());
            Scene settings = window.scene();
            press(KeyCode.F1);
            assertThat(sheets(window)).anyMatch(sheet -> sheet.endsWith("/light.css"));
            ToggleButton dark =
                    (ToggleButton)
                            settings.getRoot().lookupAll(".toggle-button").stream()
                                    .filter(node -> "Theme: Dark".equals(node.getAccessibleText()))
                                    .findFirst()
                                    .orElseThrow();
            TourWindow.fx(dark::fire);
            assertThat(sheets(window)).anyMatch(sheet -> sheet.endsWith("/dark.css"));
            ComboBox<?> language = (ComboBox<?>) settings.lookup(".language");
            TourWindow.fx(() -> language.getSelectionModel().select(german()));
            assertThat(title(window)).isEqualTo("Handbuch");
            assertThat(heading(window)).isEqualTo("Settings");
            assertThat(nodes(window, Label.class).map(Label::getText))
                    .contains("Das Handbuch gibt es nur auf Englisch.");
        }
    }

    @Test
    void everyPageFitsHasPicturesAndCanBeRead() {
        try (TourWindow window = opened(Appearance.DEFAULT.withLanguage(Language.GERMAN))) {
            int pictures = 0;
            List<String> wrong = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < contents(window).getItems().size(); i++) {
                int at = i;
                TourWindow.fx(() -> contents(window).getSelectionModel().select(at));
                if (!seen.add(heading(window))) {
                    continue;
                }
                window.settle();
                TourWindow.fx(() -> wrong.addAll(Layout.clipped(window.scene())));
                TourWindow.fx(() -> wrong.addAll(Layout.displaced(window.scene())));
                TourWindow.fx(() -> wrong.addAll(Contrast.faint(window.scene())));
                pictures += (int) nodes(window, ImageView.class).count();
            }
            assertThat(wrong).isEmpty();
            assertThat(pictures).isPositive();
        }
    }

    private static Runnable accelerator(TourWindow window, KeyCode code) {
        return window.scene().getAccelerators().entrySet().stream()
                .filter(entry ->
                        entry.getKey() instanceof KeyCodeCombination keys && keys.getCode() == code)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sheets(TourWindow window) {
        return of(() -> List.copyOf(window.scene().getStylesheets()));
    }

    private static int german() {
        return List.of(Language.values()).indexOf(Language.GERMAN);
    }

    private static TourWindow opened(Appearance appearance) {
        TourWindow window = new TourWindow(START, appearance);
        press(KeyCode.F1);
        window.settle();
        return window;
    }

    private static String title(TourWindow window) {
        return of(() -> ((Stage) window.scene().getWindow()).getTitle());
    }

    /// Of the page that is shown.
    private static String heading(TourWindow window) {
        return of(() ->
                nodes(window, Label.class)
                        .filter(label -> label.getStyleClass().contains("guide-heading"))
                        .findFirst()
                        .orElseThrow()
                        .getText());
    }

    @SuppressWarnings("unchecked") // the one list there is
    private static ListView<Object> contents(TourWindow window) {
        return (ListView<Object>) window.scene().lookup(".help-contents");
    }

    private static <N extends Node> Stream<N> nodes(TourWindow window, Class<N> kind) {
        return Nodes.seen(window.scene().getRoot()).filter(kind::isInstance).map(kind::cast);
    }

    private static long helpWindows() {
        return of(() ->
                Window.getWindows().stream()
                        .filter(window -> window.getScene().lookup(".help") != null)
                        .count());
    }

    private static <T> T of(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        TourWindow.fx(() -> answer.add(question.get()));
        return answer.getFirst();
    }

    private static void press(KeyCode key) {
        TourWindow.fx(() -> new Robot().keyPress(key));
        TourWindow.fx(() -> new Robot().keyRelease(key));
    }
}
