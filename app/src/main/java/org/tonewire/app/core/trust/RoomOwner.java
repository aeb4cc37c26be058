package org.tonewire.app.core.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.Base64Url;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// The key pair of a room's owner, who hosts it: made when the room is opened, and the same as long
/// as there are invites to it. It signs renewals of the invite, which names it by its hash.
///
/// The numbers of its signatures begin at the present time in milliseconds, so that they rise over
/// a restart of the program too. Any thread.
public final class RoomOwner {
    private static final int SEED_BYTES = 32;
    private static final char SEPARATOR = '.';
    private static final byte[] PROBE = {1};

    private final Signer signer;

    private RoomOwner(Signer signer) {
        this.signer = signer;
    }

    /// A new owner with a random key.
    public static RoomOwner create() {
        return new RoomOwner(Signer.of(Signer.newPair(), InstantSource.system().millis()));
    }

    /// Reads what [#encode()] wrote; empty if the text is anything else, or no pair.
    public static Optional<RoomOwner> parse(String text) {
        return parse(text, InstantSource.system());
    }

    /// The same where the clock may have been set back, as one without a battery is by a power cut.
    ///
    /// @param notBefore a time after its last signature
    public static Optional<RoomOwner> parse(String text, Instant notBefore) {
        Instant now = InstantSource.system().instant();
        return parse(text, () -> now.isBefore(notBefore) ? notBefore : now);
    }

    static Optional<RoomOwner> parse(String text, InstantSource clock) {
        int separator = text.indexOf(SEPARATOR);
        return separator < 0
                ? Optional.empty()
                : Base64Url.decode(text.substring(0, separator), SEED_BYTES)
                        .flatMap(seed ->
                                IdentityKey.parse(text.substring(separator + 1))
                                        .map(key -> new Signer(secret(seed), key, clock.millis())))
                        .filter(RoomOwner::isPair)
                        .map(RoomOwner::new);
    }

    private static PrivateKey secret(byte[] seed) {
        try {
            return KeyFactory.getInstance(Signer.ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any 32 bytes are a private key of Ed25519", e);
        }
    }

    private static boolean isPair(Signer signer) {
        return signer.key().signed(PROBE, signer.sign(PROBE));
    }

    /// The pair for storage, where only its owner can read it: the private and the public key in
    /// base64url.
    public String encode() {
        byte[] seed = ((EdECPrivateKey) signer.secret()).getBytes().orElseThrow();
        return Base64Url.encode(seed) + SEPARATOR + signer.key().base64Url();
    }

    /// Names this owner in an invite.
    public OwnerHash hash() {
        return OwnerHash.of(signer.key());
    }

    /// Gives the room a new secret.
    ///
    /// @param removed who is not sent it
    public OwnerSeal renew(RoomName room, RoomSecret secret, List<IdentityKey> removed) {
        return new OwnerSeal(
                signer.key(),
                signer.seal(number -> OwnerSeal.renewal(room, secret, removed, number)));
    }

    /// Removes a participant.
    public OwnerSeal remove(RoomName room, IdentityKey who) {
        return new OwnerSeal(
                signer.key(), signer.seal(number -> OwnerSeal.removal(room, who, number)));
    }

    /// Shows a server that its owner opens the room, or gives it another access key.
    ///
    /// @param nonce of the socket
    public OwnerSignature own(RoomName room, Nonce nonce, AccessKey key) {
        JoinProof proof = key.prove(nonce, room.value());
        return new OwnerSignature(signer.key(), signer.sign(nonce.ownText(proof, room.value())));
    }

    /// Shows a server that its owner asks for the state of the room.
    ///
    /// @param nonce of the socket
    /// @param proof of the access key, for this nonce
    public OwnerSignature query(RoomName room, Nonce nonce, JoinProof proof) {
        return new OwnerSignature(signer.key(), signer.sign(nonce.queryText(proof, room.value())));
    }

    /// Shows a server that its owner ends the room.
    ///
    /// @param nonce of the socket
    /// @param proof of the access key, for this nonce
    public OwnerSignature end(RoomName room, Nonce nonce, JoinProof proof) {
        return new OwnerSignature(signer.key(), signer.sign(nonce.endText(proof, room.value())));
    }

    /// Whether it is the same key pair.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoomOwner owner && signer.key().equals(owner.signer.key());
    }

    @Override
    public int hashCode() {
        return signer.key().hashCode();
    }

    /// Shows the hash of the public key only.
    @Override
    public String toString() {
        return "RoomOwner(" + hash() + ")";
    }
}
