package org.tonewire.app.core.negotiation;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Sends sealed messages to identities, at the addresses that the signaling server gives them at
/// present. Session thread only.
public final class SealedMail {
    private final Supplier<SessionIdentity> self;
    private final AddressBook addresses;
    private final Consumer<ClientMessage> server;
    private final BooleanSupplier inRoom;

    /// @param self this participant, by the present media key
    /// @param server takes what the signaling server shall relay
    /// @param inRoom whether the signaling server is connected, as far as is known
    public SealedMail(
            Supplier<SessionIdentity> self,
            AddressBook addresses,
            Consumer<ClientMessage> server,
            BooleanSupplier inRoom) {
        this.self = self;
        this.addresses = addresses;
        this.server = server;
        this.inRoom = inRoom;
    }

    /// A message with its seal, to be sent as it is, and sent again.
    record Sealed<M extends PeerMessage>(M message, Seal seal) {
        long number() {
            return seal.number();
        }
    }

    /// Whether the signaling server is connected and knows this identity.
    boolean reaches(IdentityKey to) {
        return inRoom.getAsBoolean() && addresses.of(to).isPresent();
    }

    <M extends PeerMessage> Sealed<M> seal(IdentityKey to, M message) {
        return new Sealed<>(message, self.get().seal(to, message));
    }

    /// Sends a message; drops it if the identity has no address.
    void send(IdentityKey to, Sealed<?> sealed) {
        Optional<ParticipantId> address = addresses.of(to);
        address.ifPresent(present ->
                server.accept(
                        new ClientMessage.ToPeer(
                                present, sealed.message(), Optional.of(sealed.seal()))));
    }

    /// Seals a message and sends it.
    void send(IdentityKey to, PeerMessage message) {
        send(to, seal(to, message));
    }

    /// The words by which people make sure of an identity.
    public VerifyCode code(IdentityKey of) {
        return self.get().code(of);
    }

    public boolean isSealed(IdentityKey from, PeerMessage message, Seal seal) {
        return self.get().isSealed(from, message, seal);
    }
}
