package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// The `identity` object of a participant, and of a client that enters.
final class IdentityFields {
    private static final String FIELD = "identity";
    private static final String GUEST_PROOF = "guestProof";
    private static final int MAX_TEXT = 128;
    private static final String SECRET = "base64url of 32 bytes";
    private static final String SIGNATURE = "base64url of 64 bytes";

    private IdentityFields() {}

    static Optional<Identity> read(Fields fields) throws FieldException {
        return fields.has(FIELD)
                ? Optional.of(readIdentity(fields.nested(FIELD)))
                : Optional.empty();
    }

    static JoinIdentity readJoin(Fields fields) throws FieldException {
        Fields identity = fields.nested(FIELD);
        return new JoinIdentity(
                readIdentity(identity),
                identity.parsed("signature", MAX_TEXT, IdentitySignature::parse, SIGNATURE));
    }

    static JsonObject json(Identity identity) {
        JsonObject object = new JsonObject();
        object.addProperty("key", identity.key().base64Url());
        object.addProperty("proof", identity.proof().base64Url());
        object.addProperty("nameSignature", identity.nameSignature().base64Url());
        identity.guestProof()
                .ifPresent(proof -> object.addProperty(GUEST_PROOF, proof.base64Url()));
        return object;
    }

    static JsonObject json(JoinIdentity joining) {
        JsonObject object = json(joining.identity());
        object.addProperty("signature", joining.signature().base64Url());
        return object;
    }

    private static Identity readIdentity(Fields identity) throws FieldException {
        return new Identity(
                identity.parsed("key", MAX_TEXT, IdentityKey::parse, "an Ed25519 key"),
                identity.parsed("proof", MAX_TEXT, IdentityProof::parse, SECRET),
                identity.parsed("nameSignature", MAX_TEXT, IdentitySignature::parse, SIGNATURE),
                identity.has(GUEST_PROOF)
                        ? Optional.of(
                                identity.parsed(
                                        GUEST_PROOF, MAX_TEXT, IdentityProof::parse, SECRET))
                        : Optional.empty());
    }
}
