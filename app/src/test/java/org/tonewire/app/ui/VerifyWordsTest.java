package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;

/// The words by which two people make sure of each other, where the window shows them.
class VerifyWordsTest {
    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theShieldBesideANameShowsTheWordsThatThisPersonReadsOut() {
        try (TourWindow window = room()) {
            SessionIdentity berta = window.world().room().identity(Rooms.id(0));

            press(window, "Verify who Berta is");
            assertThat(words()).containsExactly(berta.code(berta.key()).toString());

            press(window, "Verify who Berta is");
            assertThat(words()).isEmpty();
        }
    }

    @Test
    void theInviteShowsTheWordsThatThisParticipantReadsOut() {
        try (TourWindow window = room()) {
            ConnectionStatus status = window.world().session().snapshot().connection();
            String own = ((ConnectionStatus.InRoom) status).code().toString();

            press(window, "Show the invite as a QR code");
            assertThat(words()).containsExactly(own);
        }
    }

    @Test
    void theWordsOfAPersonWhoLeavesAreClosed() {
        try (TourWindow window = room()) {
            press(window, "Verify who Berta is");
            assertThat(words()).hasSize(1);
            TourWindow.fx(() -> window.world().room().leaves(Rooms.id(0)));
            window.settle();

            assertThat(words()).isEmpty();
        }
    }

    private static TourWindow room() {
        return new TourWindow(
                TourStop.of("room", () -> FakeWorld.finding(Rooms.withOthers(1)), TourStops.HOST),
                Appearance.DEFAULT);
    }

    private static void press(TourWindow window, String name) {
        TourWindow.fx(() -> button(window.scene(), name).fire());
        window.settle();
    }

    private static Button button(Scene scene, String name) {
        return Nodes.seen(scene.getRoot())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    /// In all windows that are shown. A popover of the headless platform stays invisible.
    private static List<String> words() {
        List<String> words = new ArrayList<>();
        TourWindow.fx(() ->
                Window.getWindows().stream()
                        .map(Window::getScene)
                        .peek(Pulses::settle)
                        .flatMap(scene -> scene.getRoot().lookupAll(".verify-words").stream())
                        .map(node -> ((Label) node).getText().replaceAll("\\s+", " "))
                        .forEach(words::add));
        return words;
    }
}
