package org.tonewire.app.core.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// An identity whose seals cost next to nothing, for thousands of histories: a checksum in place of
/// a signature, over the same bytes. Whoever plays an attacker does not compute it.
public final class QuickIdentity implements SessionIdentity {
    private static final long SIGNING = 0x5EA1_5EA1_5EA1_5EA1L;
    private static final long PROVING = 0x1234_5678_9ABC_DEF0L;
    private static final long NAMING = 0x0DDC_0DE5_0DDC_0DE5L;
    private static final int SIGNATURE_BYTES = 64;
    private static final int KEY_BYTES = 32;

    private final IdentityKey key;
    private final RoomName room;
    private final AtomicLong lastNumber;

    /// Stands for the media key in proofs and words.
    private final long media;

    /// @param number another one for every session
    public QuickIdentity(long number, RoomName room) {
        this(
                IdentityKey.of(ByteBuffer.allocate(KEY_BYTES).putLong(number).array()),
                room,
                new AtomicLong(),
                0);
    }

    private QuickIdentity(IdentityKey key, RoomName room, AtomicLong lastNumber, long media) {
        this.key = key;
        this.room = room;
        this.lastNumber = lastNumber;
        this.media = media;
    }

    @Override
    public SessionIdentity under(MediaKey other) {
        IdentityKey anybody = IdentityKey.of(new byte[KEY_BYTES]);
        byte[] words = other.code(room, anybody).toString().getBytes(StandardCharsets.UTF_8);
        return new QuickIdentity(key, room, lastNumber, checksum(NAMING, words));
    }

    @Override
    public IdentityKey key() {
        return key;
    }

    @Override
    public JoinIdentity join(ParticipantName name, Nonce nonce, JoinProof proof) {
        return new JoinIdentity(named(name), sign(key, nonce.joinText(proof, room.value())));
    }

    @Override
    public Identity named(ParticipantName name) {
        return new Identity(key, proof(key, name), sign(key, Identity.nameText(room, key, name)));
    }

    /// The key of one with the proof of the other.
    public static Identity mixed(Identity key, Identity proof) {
        return new Identity(key.key(), proof.proof(), key.nameSignature());
    }

    @Override
    public boolean trusts(Identity identity, ParticipantName name, Role role) {
        return proof(identity.key(), name).equals(identity.proof())
                && sign(identity.key(), Identity.nameText(room, identity.key(), name))
                        .equals(identity.nameSignature());
    }

    @Override
    public VerifyCode code(IdentityKey of, Role role) {
        byte[] text = (room.value() + "\0" + of.base64Url()).getBytes(StandardCharsets.UTF_8);
        long sum = checksum(NAMING ^ media, text);
        return VerifyCode.of(ByteBuffer.allocate(VerifyCode.WORDS).putLong(sum).array());
    }

    @Override
    public Seal seal(IdentityKey to, PeerMessage message) {
        return sealAs(lastNumber.incrementAndGet(), to, message);
    }

    /// Seals under a number that no session would take.
    public Seal sealAs(long number, IdentityKey to, PeerMessage message) {
        return new Seal(number, sign(key, SealedText.of(room, key, to, number, message)));
    }

    @Override
    public Seal sealLeave() {
        long number = lastNumber.incrementAndGet();
        return new Seal(number, sign(key, SealedText.ofLeave(room, key, number)));
    }

    @Override
    public boolean isSealed(IdentityKey from, PeerMessage message, Seal seal) {
        return sign(from, SealedText.of(room, from, key, seal.number(), message))
                .equals(seal.signature());
    }

    @Override
    public boolean isLeaveSealed(IdentityKey from, Seal seal) {
        return sign(from, SealedText.ofLeave(room, from, seal.number())).equals(seal.signature());
    }

    private static IdentitySignature sign(IdentityKey key, byte[] text) {
        long sum = checksum(SIGNING ^ key.hashCode(), text);
        return IdentitySignature.of(ByteBuffer.allocate(SIGNATURE_BYTES).putLong(sum).array());
    }

    private IdentityProof proof(IdentityKey of, ParticipantName name) {
        byte[] text = (room.value() + "\0" + name.value()).getBytes(StandardCharsets.UTF_8);
        long sum = checksum(PROVING ^ media ^ of.hashCode(), text);
        return IdentityProof.of(ByteBuffer.allocate(KEY_BYTES).putLong(sum).array());
    }

    /// FNV-1a of 64 bits.
    private static long checksum(long start, byte[] bytes) {
        long sum = 0xcbf29ce484222325L ^ start;
        for (byte each : bytes) {
            sum = (sum ^ each) * 0x100000001b3L;
        }
        return sum;
    }
}
