package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.FullRoom;

/// People, tracks and sources get other names while their strips are shown.
class RenamedStripsTest {
    private static final String BEFORE = "\u20B1";
    private static final String AFTER = "\u20A9";

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everythingThatIsSaidOfAStripFollowsItsName() {
        FakeWorld world = FakeWorld.finding(FullRoom.everything());
        TourStop stop = TourStop.of("room", () -> world, TourStops.HOST);
        try (TourWindow window = new TourWindow(stop, Appearance.DEFAULT)) {
            TourWindow.fx(() -> rename(world.room(), BEFORE));
            window.settle();
            List<String> first = namesIn(window, BEFORE);
            assertThat(first).hasSizeGreaterThan(60);

            TourWindow.fx(() -> rename(world.room(), AFTER));
            window.settle();

            assertThat(namesIn(window, BEFORE)).isEmpty();
            assertThat(namesIn(window, AFTER))
                    .isEqualTo(first.stream().map(text -> text.replace(BEFORE, AFTER)).toList());
        }
    }

    private static List<String> namesIn(TourWindow window, String mark) {
        return said(window).stream().filter(text -> text.contains(mark)).toList();
    }

    /// All texts, accessible texts and tooltips, hidden ones too.
    private static List<String> said(TourWindow window) {
        List<String> texts = new ArrayList<>();
        TourWindow.fx(() -> all(window.scene().getRoot()).forEach(node -> say(node, texts)));
        return texts;
    }

    private static Stream<Node> all(Node node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(RenamedStripsTest::all)
                        : Stream.empty());
    }

    private static void say(Node node, List<String> texts) {
        texts.add(Objects.requireNonNullElse(node.getAccessibleText(), ""));
        texts.add(Objects.requireNonNullElse(node.getAccessibleHelp(), ""));
        if (node instanceof Labeled labeled) {
            texts.add(Objects.requireNonNullElse(labeled.getText(), ""));
        }
        if (node instanceof Control control) {
            Tooltip tooltip = control.getTooltip();
            texts.add(tooltip == null ? "" : tooltip.getText());
        }
    }

    /// The others rename themselves and their tracks; a source is called as what it plays.
    private static void rename(VirtualSession room, String mark) {
        for (RemoteParticipant person : room.session.snapshot().participants()) {
            room.describe(
                    room.idOf(person.id()),
                    mark + room.idOf(person.id()),
                    person.tracks().stream().map(track -> renamed(track, mark)).toList());
        }
        for (LocalSource source : room.session.snapshot().sources()) {
            if (source.status() instanceof SourceStatus.Live) {
                room.sources.call(source.id().value() + mark);
                room.submit(new SessionCommand.ChangeOrigin(source.id(), source.spec().origin()));
            }
        }
    }

    private static ControlMessage.TrackInfo renamed(ReceivedTrackState track, String mark) {
        return new ControlMessage.TrackInfo(
                track.key().track(),
                track.key().track().value() + mark,
                Profile.MUSIC,
                track.mutedByOwner());
    }
}
