package org.tonewire.app.core.room;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A command to a session.
public sealed interface SessionCommand {
    /// Opens a source and sends it as a track. The id is new; see [SourceIds].
    record AddSource(SourceId id, SourceSpec spec) implements SessionCommand {}

    record RemoveSource(SourceId id) implements SessionCommand {}

    /// Gives the same track another origin, for example another device; the old one goes on until
    /// the new one is open.
    record ChangeOrigin(SourceId id, SourceOrigin origin) implements SessionCommand {}

    /// @param gainDb -60 to +12; at -60 it is silent
    record SetSourceGain(SourceId id, double gainDb) implements SessionCommand {
        public SetSourceGain {
            requireNumber(gainDb);
        }
    }

    record SetSourceMuted(SourceId id, boolean muted) implements SessionCommand {}

    /// Silences every microphone, also those added later, independently of its own mute; or ends
    /// that.
    record HoldMicrophones(boolean held) implements SessionCommand {}

    record SetSourceProfile(SourceId id, Profile profile) implements SessionCommand {}

    record SetSourceChannels(SourceId id, ChannelChoice channels) implements SessionCommand {}

    /// @param gainDb -60 to +12; at -60 it is silent
    record SetTrackGain(TrackKey track, double gainDb) implements SessionCommand {
        public SetTrackGain {
            requireNumber(gainDb);
        }
    }

    /// Mutes a received track here; other participants still hear it.
    record SetTrackMuted(TrackKey track, boolean muted) implements SessionCommand {}

    /// @param pan -1 (left) to 1 (right)
    record SetTrackPan(TrackKey track, double pan) implements SessionCommand {
        public SetTrackPan {
            requireNumber(pan);
        }
    }

    /// While any track is solo, only solo tracks are heard here.
    record SetTrackSolo(TrackKey track, boolean solo) implements SessionCommand {}

    record SetOutput(OutputChoice choice) implements SessionCommand {}

    /// @param gainDb -60 to +12; at -60 it is silent
    record SetMasterGain(double gainDb) implements SessionCommand {
        public SetMasterGain {
            requireNumber(gainDb);
        }
    }

    record Rename(ParticipantName name) implements SessionCommand {}

    /// Records every local and remote track as a file in this folder from here on.
    record StartRecording(Path folder) implements SessionCommand {}

    record StopRecording() implements SessionCommand {}

    /// @param text 1 to 4000 characters (code points); a longer one is not sent, and reported as a
    ///   problem
    record SendChat(String text) implements SessionCommand {}

    /// Gives everyone in the room a new secret, but those who are removed; for the host, whose
    /// server takes it when [SessionEvent.SecretHandedOver] says so. It has no effect elsewhere.
    ///
    /// @param removed who is removed from the room by that
    record RenewInvite(RoomSecret secret, Optional<IdentityKey> removed) implements SessionCommand {
        private static final SecureRandom RANDOM = new SecureRandom();

        /// With a random secret, for all.
        public static RenewInvite forAll() {
            return new RenewInvite(RoomSecret.random(RANDOM), Optional.empty());
        }

        /// With a random secret, for all but one.
        public static RenewInvite without(IdentityKey removed) {
            return new RenewInvite(RoomSecret.random(RANDOM), Optional.of(removed));
        }
    }

    /// Values out of range are put to its nearest end; infinity has none, and NaN would stay in
    /// every sample.
    private static void requireNumber(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a number: " + value);
        }
    }
}
