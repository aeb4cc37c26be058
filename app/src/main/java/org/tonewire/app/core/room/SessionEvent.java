package org.tonewire.app.core.room;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// An event of a session.
public sealed interface SessionEvent {
    record ConnectionChanged(ConnectionStatus status) implements SessionEvent {}

    /// @param code the words that the participant can read out, to show that it is them
    /// @param role a guest only listens
    record ParticipantJoined(IdentityKey id, String name, VerifyCode code, Role role)
            implements SessionEvent {
        /// Of a member.
        public ParticipantJoined(IdentityKey id, String name, VerifyCode code) {
            this(id, name, code, Role.MEMBER);
        }
    }

    record ParticipantRenamed(IdentityKey id, String name) implements SessionEvent {}

    /// @param lost whether the connection was lost, rather than ended by the participant
    record ParticipantLeft(IdentityKey id, String name, boolean lost) implements SessionEvent {}

    /// The link to or from a participant changed.
    record LinkChanged(IdentityKey id, Direction direction, LinkState state)
            implements SessionEvent {}

    record TrackAdded(TrackKey track, String name) implements SessionEvent {}

    /// The track's name or its owner's mute changed.
    record TrackChanged(TrackKey track, String name, boolean mutedByOwner)
            implements SessionEvent {}

    record TrackRemoved(TrackKey track) implements SessionEvent {}

    record SourceChanged(SourceId id, String name, SourceStatus status) implements SessionEvent {}

    record SourceRemoved(SourceId id) implements SessionEvent {}

    /// The output device or its problem changed, or the output was chosen.
    ///
    /// @param device the device in use; empty when there is none
    /// @param problem why nothing is played; empty when all is well
    record OutputChanged(String device, Optional<Problem> problem) implements SessionEvent {}

    /// A fader, a mute or a setting changed: read the snapshot.
    record SettingChanged() implements SessionEvent {}

    /// @param from empty for a message of this participant
    record ChatReceived(Optional<IdentityKey> from, String name, String text)
            implements SessionEvent {}

    /// Statistics, about once a second.
    ///
    /// @param tracks each track over each link
    /// @param sound the statistics of local sources, queues and output
    /// @param refused what was refused of what came in the names of others
    record StatsCollected(List<TrackStats> tracks, SoundStats sound, MessageStats refused)
            implements SessionEvent {
        public StatsCollected {
            tracks = List.copyOf(tracks);
        }

        public StatsCollected(List<TrackStats> tracks) {
            this(tracks, SoundStats.NONE, MessageStats.NONE);
        }
    }

    /// Those in the room were sent a new secret: the server of the host may take it, and no other,
    /// from here on.
    record SecretHandedOver(RoomSecret secret) implements SessionEvent {}

    /// The server takes a new secret: the invite is another, and so are the words of participants.
    ///
    /// @param codes those of the other participants
    record InviteChanged(Invite invite, Map<IdentityKey, VerifyCode> codes)
            implements SessionEvent {
        public InviteChanged {
            codes = Map.copyOf(codes);
        }
    }

    record RecordingChanged(RecordingStatus status) implements SessionEvent {}

    /// Something failed, and the session goes on.
    ///
    /// @param times how often since the last report: a problem that a remote participant causes is
    ///   reported once in some seconds
    record ProblemOccurred(Problem problem, int times) implements SessionEvent {
        public ProblemOccurred(Problem problem) {
            this(problem, 1);
        }
    }
}
