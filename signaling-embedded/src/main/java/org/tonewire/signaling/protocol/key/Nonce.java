package org.tonewire.signaling.protocol.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The random bytes of a challenge, used for one socket only. Immutable.
public final class Nonce {
    private final byte[] bytes;

    private Nonce(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static Nonce of(byte[] bytes) {
        return new Nonce(Base64Url.require(bytes, Base64Url.SECRET_BYTES));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<Nonce> parse(String base64Url) {
        return Base64Url.decode(base64Url, Base64Url.SECRET_BYTES).map(Nonce::new);
    }

    /// 32 random bytes.
    public static Nonce random(SecureRandom random) {
        byte[] bytes = new byte[Base64Url.SECRET_BYTES];
        random.nextBytes(bytes);
        return new Nonce(bytes);
    }

    /// What a client signs to show that it owns its identity: `"tonewire join v2" || 0x00 || nonce
    /// || proof || UTF-8(room)`. The proof is by an access key for one server, so a signature is
    /// worth nothing at another.
    public byte[] joinText(JoinProof proof, String room) {
        return text("tonewire join v2\0", proof, room);
    }

    /// What the owner of a room signs to open it at a server, or to give it the access key of the
    /// proof: the same as [#joinText(JoinProof, String)] with the label `tonewire own v1`.
    public byte[] ownText(JoinProof proof, String room) {
        return text("tonewire own v1\0", proof, room);
    }

    /// What the owner of a room signs to end it: the same with the label `tonewire end v1`.
    public byte[] endText(JoinProof proof, String room) {
        return text("tonewire end v1\0", proof, room);
    }

    /// What the owner of a room signs to ask for its state: the same with the label `tonewire query
    /// v1`.
    public byte[] queryText(JoinProof proof, String room) {
        return text("tonewire query v1\0", proof, room);
    }

    private byte[] text(String labelled, JoinProof proof, String room) {
        byte[] label = labelled.getBytes(StandardCharsets.UTF_8);
        byte[] name = room.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(label.length + 2 * Base64Url.SECRET_BYTES + name.length)
                .put(label)
                .put(bytes)
                .put(proof.bytes())
                .put(name)
                .array();
    }

    byte[] bytes() {
        return bytes;
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Nonce that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Omits the bytes, so that no log contains them.
    @Override
    public String toString() {
        return "Nonce";
    }
}
