package org.tonewire.app.core.control;

import java.util.List;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.trust.OwnerSeal;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A message from the sending end of a link to the receiving end, on the `control` channel
/// (`docs/PROTOCOL.md`).
public sealed interface ControlMessage {
    /// The name and the tracks of the sending participant; sent whole whenever any of it changes.
    record State(String name, List<TrackInfo> tracks) implements ControlMessage {
        public State {
            tracks = List.copyOf(tracks);
        }
    }

    /// @param text up to [#MAX_CODE_POINTS]; receivers cut what is longer
    /// @param number rises with each text of a sender, so that a receiver knows one that comes
    ///   again by another link; 0 for none
    record Chat(String text, int number) implements ControlMessage {
        public static final int MAX_CODE_POINTS = 4_000;

        /// Without a number: it is another text whenever it comes.
        public Chat(String text) {
            this(text, 0);
        }

        /// How long a text is, as the limit counts.
        public static int length(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    /// The room gets a new secret, and an invite by it. A member can send a false one: only the
    /// seal of the room's owner makes it true.
    ///
    /// @param removed participants that are not sent it, [#MAX_REMOVED] at most
    record NewSecret(RoomSecret secret, List<IdentityKey> removed, OwnerSeal seal)
            implements ControlMessage {
        public static final int MAX_REMOVED = 32;

        public NewSecret {
            removed = List.copyOf(removed);
        }
    }

    /// The receiver is not sent the new secret of the room.
    ///
    /// @param seal of the room's owner
    record Removed(OwnerSeal seal) implements ControlMessage {}

    /// A track as its owner describes it.
    record TrackInfo(TrackId id, String name, Profile profile, boolean muted) {}
}
