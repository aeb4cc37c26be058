package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.ui.fake.FakeWorld;

/// The talk key in the window: chosen by pressing it, heard where the system hears none, and seen
/// at the microphone.
class TalkKeyInWindowTest {
    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aKeyIsChosenByPressingItAndOneThatTypesNeedsAnother() {
        try (TourWindow window = at("settings-talk", WindowIntent.NONE, true)) {
            ButtonBase button = keyButton(window.scene());
            assertThat(button.getText()).isEqualTo("F8");
            TourWindow.fx(button::fire);
            press(window, KeyCode.M, false);
            assertThat(shown(window.scene(), "field-error"))
                    .contains(window.world().wording.text("talk.unfit"));
            press(window, KeyCode.M, true);
            assertThat(button.getText()).isEqualTo("Ctrl+M");
            assertThat(kept(window).talk().key()).isEqualTo(TalkKey.parse("Ctrl+M").orElseThrow());
            assertThat(shown(window.scene(), "field-error"))
                    .doesNotContain(window.world().wording.text("talk.unfit"));
        }
    }

    @Test
    void escapeKeepsTheKeyAndTheSettingsOpen() {
        try (TourWindow window = at("settings-talk", WindowIntent.NONE, true)) {
            ButtonBase button = keyButton(window.scene());
            TourWindow.fx(button::fire);
            press(window, KeyCode.ESCAPE, false);
            assertThat(button.getText()).isEqualTo("F8");
            assertThat(window.scene().lookup(".settings")).isNotNull();
        }
    }

    @Test
    void whereNoKeyIsHeardElsewhereTheWindowHearsIt() {
        try (TourWindow window = at("room-talk", TourStops.HOST, false)) {
            assertThat(shown(window.scene(), "strip-status"))
                    .startsWith("waiting for the talk key");
            press(window, KeyCode.F8, false);
            assertThat(shown(window.scene(), "strip-status")).startsWith("live");
            TourWindow.fx(() -> send(window.scene(), KeyEvent.KEY_RELEASED, KeyCode.F8, false));
            assertThat(shown(window.scene(), "strip-status"))
                    .startsWith("waiting for the talk key");
        }
    }

    private static TourWindow at(String name, WindowIntent intent, boolean everywhere) {
        TourStop stop =
                TourStops.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new TourWindow(
                TourStop.of(name, () -> hearing(stop, everywhere), intent).then(stop.action()),
                Appearance.DEFAULT);
    }

    private static FakeWorld hearing(TourStop stop, boolean everywhere) {
        FakeWorld world = stop.source().get();
        world.keys.possible = everywhere;
        return world;
    }

    private static DesktopSettings kept(TourWindow window) {
        return window.world().store.load().desktop();
    }

    private static ButtonBase keyButton(Scene scene) {
        return (ButtonBase) scene.lookup(".key-button");
    }

    private static void press(TourWindow window, KeyCode code, boolean control) {
        TourWindow.fx(() -> send(window.scene(), KeyEvent.KEY_PRESSED, code, control));
    }

    private static void send(Scene scene, EventType<KeyEvent> type, KeyCode code, boolean control) {
        scene.getFocusOwner()
                .fireEvent(new KeyEvent(type, "", "", code, false, control, false, false));
    }

    private static List<String> shown(Scene scene, String styleClass) {
        return Nodes.seen(scene.getRoot())
                .filter(Label.class::isInstance)
                .filter(node -> node.getStyleClass().contains(styleClass))
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
