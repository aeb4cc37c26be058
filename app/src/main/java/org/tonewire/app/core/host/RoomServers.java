package org.tonewire.app.core.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.RoomState;

/// Port: talks to signaling servers as the owner of rooms there. Methods block for some seconds at
/// most; any thread.
public interface RoomServers {
    /// Makes sure that a room is on a server, has the secret of this invite, and belongs to this
    /// owner. If it had another secret, all are disconnected and enter again.
    ///
    /// @param server with the pin of the invite, and the token that the server wants
    /// @param keep how long it is to stay there without participants; empty changes nothing
    /// @param wanted asked right before the request is sent, when the server is reached and
    ///   trusted; if it says no, nothing is asked of the server, and the answer is that the room
    ///   closed
    Answer own(
            ServerAddress server,
            Invite invite,
            RoomOwner owner,
            Optional<Duration> keep,
            BooleanSupplier wanted);

    /// The same, whatever happens meanwhile.
    default Answer own(
            ServerAddress server, Invite invite, RoomOwner owner, Optional<Duration> keep) {
        return own(server, invite, owner, keep, () -> true);
    }

    /// The same; how long it stays is as before.
    default Answer own(ServerAddress server, Invite invite, RoomOwner owner) {
        return own(server, invite, owner, Optional.empty());
    }

    /// Ends a room: those who are in are told so.
    ///
    /// @param atMost how long to wait for the server; the room may be ended though it passed
    Answer end(ServerAddress server, Invite invite, RoomOwner owner, Duration atMost);

    /// Asks for the state of a room. Changes nothing.
    Answer query(ServerAddress server, Invite invite, RoomOwner owner);

    /// What a server answers.
    sealed interface Answer {
        /// It did what was asked for.
        ///
        /// @param kept how long the room stays without participants, if the server was asked for
        ///   that and knows of it
        record Done(Optional<Duration> kept) implements Answer {
            public Done() {
                this(Optional.empty());
            }
        }

        /// The state that was asked for.
        record Shown(RoomState state) implements Answer {}

        /// Nothing was asked for, as it showed a certificate that is not the one of the pin or,
        /// without a pin, that the system does not trust.
        record Untrusted(CertificatePin shown) implements Answer {}

        record Failed(Problem problem) implements Answer {}
    }
}
