package org.tonewire.testbed.member;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.session.LiveSessions;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.app.rtc.WebRtcPeerLinks;
import org.tonewire.app.signaling.TyrusSignalingChannel;
import org.tonewire.app.store.wav.WavRecorder;
import org.tonewire.signaling.protocol.ParticipantName;

/// A member that takes part as the program does, by a whole session with real links, in the process
/// of the tests: it costs no start. It hears nothing. All methods may be called on any thread.
public final class LinkedMember implements AutoCloseable {
    private static final Sessions SESSIONS =
            new LiveSessions(
                    new ToneSound(),
                    WavRecorder::open,
                    TyrusSignalingChannel::new,
                    session -> new WebRtcPeerLinks(session, Runnable::run, () -> false),
                    new JsonControlCodec(),
                    () -> IceSettings.NONE);

    private final JoinRequest request;
    private final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    private final SourceIds sources = new SourceIds();
    private final RoomSession session;

    /// Begins to join.
    public LinkedMember(String invite, String name) {
        request = JoinRequest.of(InviteLink.parse(invite).orElseThrow(), new ParticipantName(name));
        session = SESSIONS.join(request, new OutputChoice.None(), events::add);
    }

    public String name() {
        return request.name().value();
    }

    /// What others know it by, as `--json` names it.
    public String key() {
        return request.identity().key().base64Url();
    }

    /// Plays a tone to all from here on.
    public void play(double frequencyHz, String track) {
        session.submit(
                new SessionCommand.AddSource(
                        sources.next(),
                        new SourceSpec(
                                new SourceOrigin.Tone(frequencyHz),
                                Profile.MUSIC,
                                0,
                                Optional.of(track))));
    }

    /// The problems that it was told of so far, as often as it was.
    public List<Problem> problems() {
        return events.stream()
                .filter(SessionEvent.ProblemOccurred.class::isInstance)
                .map(event -> ((SessionEvent.ProblemOccurred) event).problem())
                .toList();
    }

    /// Leaves the room, as who ends the program does.
    @Override
    public void close() {
        session.leave();
    }

    /// What it was told, for the message of a failure.
    @Override
    public String toString() {
        return name() + " was told: " + events;
    }
}
