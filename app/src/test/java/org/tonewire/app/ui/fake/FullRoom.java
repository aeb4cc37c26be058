package org.tonewire.app.ui.fake;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.VirtualSession;

/// A room with a source and a person of every kind.
public final class FullRoom {
    private static final String STREAM = "https://radio.example.org/live";

    private FullRoom() {}

    public static Consumer<VirtualSession> everything() {
        return FullRoom::arrange;
    }

    private static void arrange(VirtualSession room) {
        addSources(room);
        Rooms.enter(room, 3);
        Rooms.connect(room, 0, 2);
        Rooms.connect(room, 1, 0);
        Rooms.connect(room, 2, 1);
        setFaders(room);
        room.describe(Rooms.id(0), "Berta", List.of(Rooms.track(0, true), Rooms.track(1, false)));
        room.receiveLink(Rooms.id(1)).becomes(LinkState.FAILED);
        room.loop.settle();
    }

    /// One is muted, one plays, one failed, one has not opened.
    private static void addSources(VirtualSession room) {
        Rooms.addMicrophone(room);
        room.submit(new SessionCommand.SetSourceMuted(new SourceId("m"), true));
        Rooms.addFile(room);
        room.sources.fail(new Problem(Reason.STREAM_UNREACHABLE, STREAM));
        room.add("u", new SourceOrigin.Address(URI.create(STREAM)));
        room.sources.work();
        room.addHanging("s", new SourceOrigin.SystemAudio(Optional.empty()));
    }

    private static void setFaders(VirtualSession room) {
        TrackKey first = VirtualSession.key(Rooms.id(0), "source-0");
        TrackKey second = VirtualSession.key(Rooms.id(0), "source-1");
        room.submit(new SessionCommand.SetTrackGain(first, -6.5));
        room.submit(new SessionCommand.SetTrackPan(first, -0.3));
        room.submit(new SessionCommand.SetTrackSolo(first, true));
        room.submit(new SessionCommand.SetTrackGain(second, 3));
        room.submit(new SessionCommand.SetTrackMuted(second, true));
    }
}
