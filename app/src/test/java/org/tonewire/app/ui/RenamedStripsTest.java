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
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.FullRoom;
import org.tonewire.app.ui.fake.Rooms;

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
        FakeWorld world = FakeWorld.showing(named(FullRoom.everything(), BEFORE));
        TourStop stop = TourStop.of("room", () -> world, TourStops.HOST);
        try (TourWindow window = new TourWindow(stop, Appearance.DEFAULT)) {
            List<String> first = said(window);
            List<String> withName = first.stream().filter(text -> text.contains(BEFORE)).toList();
            assertThat(withName).hasSizeGreaterThan(60);

            TourWindow.fx(() ->
                    world.session.become(
                            room -> named(FullRoom.everything(), AFTER),
                            new SessionEvent.SettingChanged()));
            window.settle();

            assertThat(said(window))
                    .isEqualTo(first.stream().map(text -> text.replace(BEFORE, AFTER)).toList());
        }
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

    private static SessionSnapshot named(SessionSnapshot room, String mark) {
        return Rooms.withPeople(
                Rooms.withSources(
                        room, room.sources().stream().map(each -> source(each, mark)).toList()),
                room.participants().stream().map(each -> person(each, mark)).toList());
    }

    private static LocalSource source(LocalSource s, String mark) {
        return new LocalSource(
                s.id(),
                s.spec(),
                s.name() + mark,
                s.muted(),
                s.waiting(),
                s.status(),
                s.meter(),
                s.position());
    }

    private static RemoteParticipant person(RemoteParticipant p, String mark) {
        return new RemoteParticipant(
                p.id(),
                p.name() + mark,
                p.incoming(),
                p.outgoing(),
                p.tracks().stream().map(each -> track(each, mark)).toList());
    }

    private static ReceivedTrackState track(ReceivedTrackState t, String mark) {
        return new ReceivedTrackState(
                t.key(), t.name() + mark, t.mutedByOwner(), t.fader(), t.meter());
    }
}
