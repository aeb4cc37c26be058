package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.control.QrCode;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;

/// What the host of a room shows to those who listen in a browser.
final class ListenPopoverTest {
    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theInviteGivesWayToTheLinkForListeningAtAnyAddress() {
        try (TourWindow window = room()) {
            press(window, "Show the invite as a QR code");
            assertThat(codes()).containsExactly("Invite as a QR code");

            press(window, "Listen in a browser");

            assertThat(codes()).containsExactly("Link for listening, as a QR code");
            assertThat(texts())
                    .contains("Address in the link", "Copy the link for listening")
                    .doesNotContain("Renew invite…");
        }
    }

    private static TourWindow room() {
        return new TourWindow(
                TourStop.of("room", () -> FakeWorld.finding(Rooms.withOthers(1)), TourStops.HOST),
                Appearance.DEFAULT);
    }

    private static void press(TourWindow window, String name) {
        TourWindow.fx(() ->
                all(Button.class)
                        .filter(button ->
                                name.equals(button.getAccessibleText())
                                        || name.equals(button.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        window.settle();
    }

    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        TourWindow.fx(() -> all(QrCode.class).map(QrCode::getAccessibleText).forEach(codes::add));
        return codes;
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        TourWindow.fx(() -> all(Labeled.class).map(Labeled::getText).forEach(texts::add));
        return texts;
    }

    /// In all windows that are shown. A popover of the headless platform stays invisible.
    private static <N> Stream<N> all(Class<N> type) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .peek(Pulses::settle)
                .flatMap(scene -> within(scene.getRoot()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Stream<Node> within(Node node) {
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .flatMap(ListenPopoverTest::within)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
