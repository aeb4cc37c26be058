package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.fake.FakeWorld;

/// Another language, chosen while the window is open.
class LanguageSwitchTest {
    private static final String BUNDLE = "org.tonewire.app.text.ui";
    private static final Set<String> NAMES =
            Set.of("Microphone", "System audio", "Sunday rehearsal", "C");

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aRoomGoesOnInAnotherLanguage() {
        try (TourWindow window = open("room-chat")) {
            FakeWorld world = window.world();
            SessionSnapshot before = world.session().snapshot();
            List<SessionEvent> told = List.copyOf(world.room().events);
            settings(window);
            choose(window, Language.GERMAN);
            back(window);
            Set<String> german = texts(window);
            assertThat(german)
                    .contains("Deine Quellen", "Ausgabe", "Schließen", "STUMM", "−6,5 dB");
            assertThat(leftInEnglish(german)).isEmpty();
            assertThat(german).contains("Sure, from bar 12");
            assertThat(window.scene().lookup(".chat").isVisible()).isTrue();
            assertThat(world.joinRequests).hasSize(1);
            assertThat(world.hasLeft()).isFalse();
            assertThat(world.room().events).isEqualTo(told);
            assertThat(world.session().snapshot()).isEqualTo(before);
        }
    }

    @Test
    void theSettingsSayItAtOnceAndKeepIt() {
        try (TourWindow window = open("settings")) {
            choose(window, Language.JAPANESE);
            assertThat(texts(window)).contains("設定", "オーディオ", "ネットワーク").doesNotContain("Audio");
            assertThat(kept(window).language()).isEqualTo(Language.JAPANESE);
            assertThat(window.scene().getFocusOwner().getStyleClass()).contains("language");
            choose(window, Language.SYSTEM);
            assertThat(texts(window)).contains("Settings", "Audio");
        }
    }

    @Test
    void theStartSaysItToo() {
        try (TourWindow window = open("settings")) {
            choose(window, Language.SPANISH);
            back(window);
            assertThat(texts(window)).contains("Abrir la sala", "Entrar en una sala");
        }
    }

    @Test
    void lessMotionHoldsAtOnceAndIsKept() {
        PseudoClass calm = PseudoClass.getPseudoClass("calm");
        try (TourWindow window = open("settings")) {
            assertThat(window.scene().getRoot().getPseudoClassStates()).doesNotContain(calm);
            CheckBox box = (CheckBox) window.scene().lookup(".check-box");
            TourWindow.fx(() -> box.fire());
            assertThat(window.scene().getRoot().getPseudoClassStates()).contains(calm);
            assertThat(kept(window).lessMotion()).isTrue();
        }
    }

    private static TourWindow open(String name) {
        return new TourWindow(
                TourStops.all().stream()
                        .filter(stop -> stop.name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                Appearance.DEFAULT);
    }

    private static Appearance kept(TourWindow window) {
        return window.world().store.load().appearance();
    }

    private static void settings(TourWindow window) {
        press(window, KeyCode.COMMA, true);
    }

    private static void back(TourWindow window) {
        press(window, KeyCode.ESCAPE, false);
    }

    private static void press(TourWindow window, KeyCode key, boolean control) {
        TourWindow.fx(() ->
                Objects.requireNonNull(window.scene().getFocusOwner())
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        control,
                                        false,
                                        false)));
        window.settle();
    }

    private static void choose(TourWindow window, Language language) {
        ComboBox<?> picker = (ComboBox<?>) window.scene().lookup(".language");
        TourWindow.fx(() -> picker.getSelectionModel().select(row(language)));
        window.settle();
    }

    private static int row(Language language) {
        return List.of(Language.values()).indexOf(language);
    }

    private static Set<String> texts(TourWindow window) {
        Set<String> texts = new TreeSet<>();
        List<Labeled> found = new ArrayList<>();
        TourWindow.fx(() ->
                Nodes.seen(window.scene().getRoot())
                        .filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .forEach(found::add));
        found.forEach(labeled -> texts.add(Objects.requireNonNullElse(labeled.getText(), "")));
        return texts;
    }

    /// English that German has other words for; names and their initials are as people chose them.
    private static Set<String> leftInEnglish(Set<String> shown) {
        Wording english = Wording.of(Locale.ENGLISH);
        Wording german = Wording.of(Locale.GERMAN);
        Set<String> rest = new TreeSet<>();
        for (String key : ResourceBundle.getBundle(BUNDLE, Locale.ROOT).keySet()) {
            String words = english.text(key);
            if (!words.equals(german.text(key)) && !NAMES.contains(words)) {
                rest.add(words);
            }
        }
        rest.retainAll(shown);
        return rest;
    }
}
