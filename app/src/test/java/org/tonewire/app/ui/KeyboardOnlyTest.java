package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.signaling.protocol.ParticipantName;

/// From the start into a room and out again without a mouse.
class KeyboardOnlyTest {
    private static final int MAX_TABS = 60;

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void hostAddASourceCopyTheInviteAndLeave() {
        TourStop start = TourStop.of("keys", KeyboardOnlyTest::known, WindowIntent.NONE);
        try (TourWindow window = new TourWindow(start, Appearance.DEFAULT)) {
            tabTo(window, "Room name");
            press(KeyCode.ENTER);
            assertThat(window.scene().lookup(".room")).isNotNull();
            tabTo(window, "Your microphone");
            press(KeyCode.SPACE);
            assertThat(window.world().session().snapshot().sources())
                    .extracting(source -> source.spec().origin())
                    .hasOnlyElementsOfType(SourceOrigin.Microphone.class)
                    .hasSize(1);
            tabTo(window, "Copy invite");
            press(KeyCode.SPACE);
            assertThat(clipboard()).isEqualTo(Rooms.LINK);
            tabTo(window, "Close room");
            press(KeyCode.SPACE);
            assertThat(window.world().hasLeft()).isTrue();
            assertThat(window.scene().lookup(".start")).isNotNull();
        }
    }

    private static FakeWorld known() {
        FakeWorld world = new FakeWorld();
        ParticipantName name = new ParticipantName("Ada");
        world.store.with(world.store.load().withName(Optional.of(name)));
        return world;
    }

    private static void tabTo(TourWindow window, String name) {
        List<String> passed = new ArrayList<>();
        for (int tabs = 0; tabs < MAX_TABS && !passed.contains(name); tabs++) {
            if (tabs > 0 || window.scene().getFocusOwner() == null) {
                press(KeyCode.TAB);
            }
            passed.add(name(window.scene().getFocusOwner()));
        }
        assertThat(passed).contains(name);
    }

    private static String name(@Nullable Node node) {
        if (node == null) {
            return "nothing";
        }
        boolean says = node instanceof Labeled labeled && !labeled.getText().isBlank();
        return says ? ((Labeled) node).getText() : String.valueOf(node.getAccessibleText());
    }

    private static void press(KeyCode key) {
        TourWindow.fx(() -> new Robot().keyPress(key));
        TourWindow.fx(() -> new Robot().keyRelease(key));
    }

    private static String clipboard() {
        List<String> copied = new ArrayList<>();
        TourWindow.fx(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        return copied.getFirst();
    }
}
