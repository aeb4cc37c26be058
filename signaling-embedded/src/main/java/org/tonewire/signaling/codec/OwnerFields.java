package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.OwnerSignature;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// The `owner` of a room: its hash where a member names it, an object where it shows itself.
final class OwnerFields {
    private static final String FIELD = "owner";
    private static final int MAX_TEXT = 128;

    private OwnerFields() {}

    static Optional<OwnerHash> readHash(Fields fields) throws FieldException {
        return fields.has(FIELD)
                ? Optional.of(
                        fields.parsed(FIELD, MAX_TEXT, OwnerHash::parse, "base64url of 16 bytes"))
                : Optional.empty();
    }

    static OwnerSignature read(Fields fields) throws FieldException {
        Fields owner = fields.nested(FIELD);
        return new OwnerSignature(
                owner.parsed("key", MAX_TEXT, IdentityKey::parse, "an Ed25519 key"),
                owner.parsed(
                        "signature", MAX_TEXT, IdentitySignature::parse, "base64url of 64 bytes"));
    }

    static void write(OwnerHash owner, JsonObject object) {
        object.addProperty(FIELD, owner.text());
    }

    static void write(OwnerSignature owner, JsonObject object) {
        JsonObject shown = new JsonObject();
        shown.addProperty("key", owner.key().base64Url());
        shown.addProperty("signature", owner.signature().base64Url());
        object.add(FIELD, shown);
    }
}
