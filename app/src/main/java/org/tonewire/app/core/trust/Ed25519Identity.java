package org.tonewire.app.core.trust;

import java.security.KeyPair;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// An identity by an Ed25519 key pair (RFC 8032) that nobody else sees.
public final class Ed25519Identity implements SessionIdentity {
    private final Signer signer;
    private final IdentityKey key;
    private final RoomName room;
    private final MediaKey media;

    private Ed25519Identity(Signer signer, RoomName room, MediaKey media) {
        this.signer = signer;
        this.key = signer.key();
        this.room = room;
        this.media = media;
    }

    /// A new identity with a random key.
    public static Ed25519Identity create(RoomName room, MediaKey media) {
        return of(Signer.newPair(), room, media);
    }

    /// @throws IllegalArgumentException if it is no Ed25519 pair
    static Ed25519Identity of(KeyPair pair, RoomName room, MediaKey media) {
        return new Ed25519Identity(Signer.of(pair, 0), room, media);
    }

    @Override
    public IdentityKey key() {
        return key;
    }

    @Override
    public JoinIdentity join(ParticipantName name, Nonce nonce, JoinProof proof) {
        return new JoinIdentity(named(name), signer.sign(nonce.joinText(proof, room.value())));
    }

    @Override
    public Identity named(ParticipantName name) {
        return new Identity(
                key,
                media.prove(room, key, name),
                signer.sign(Identity.nameText(room, key, name)),
                media.guests().map(guests -> guests.prove(room, key, name)));
    }

    @Override
    public SessionIdentity under(MediaKey other) {
        return new Ed25519Identity(signer, room, other);
    }

    /// The proof, which costs least and which no server can make, is checked first.
    @Override
    public boolean trusts(Identity identity, ParticipantName name, Role role) {
        return media.of(role).proves(room, identity, name) && identity.isNamed(room, name);
    }

    @Override
    public VerifyCode code(IdentityKey of, Role role) {
        return media.of(role).code(room, of);
    }

    @Override
    public Seal seal(IdentityKey to, PeerMessage message) {
        return signer.seal(number -> SealedText.of(room, key, to, number, message));
    }

    @Override
    public Seal sealLeave() {
        return signer.seal(number -> SealedText.ofLeave(room, key, number));
    }

    @Override
    public boolean isSealed(IdentityKey from, PeerMessage message, Seal seal) {
        byte[] text = SealedText.of(room, from, key, seal.number(), message);
        return from.signed(text, seal.signature());
    }

    @Override
    public boolean isLeaveSealed(IdentityKey from, Seal seal) {
        return from.signed(SealedText.ofLeave(room, from, seal.number()), seal.signature());
    }

    /// Shows the public key only.
    @Override
    public String toString() {
        return "Ed25519Identity(" + key + ")";
    }
}
