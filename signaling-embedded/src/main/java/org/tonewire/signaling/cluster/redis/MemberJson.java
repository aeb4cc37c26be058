package org.tonewire.signaling.cluster.redis;

import com.google.gson.JsonObject;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.WireName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Stay;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;

/// The JSON of participants, and of rooms with their members.
record MemberJson(WireClock clock) {
    private static final String NAME = "name";
    private static final String IDENTITY = "identity";
    private static final String ON = "on";
    private static final String KEY = "key";
    private static final String OWNER = "owner";
    private static final String STAY = "stay";
    private static final String FROM = "from";
    private static final String ROLE = "role";
    private static final String GUEST_PROOF = "guests";

    static JsonObject write(Profile profile) {
        JsonObject json = new JsonObject();
        profile.name().ifPresent(name -> json.addProperty(NAME, name.value()));
        json.addProperty("family", profile.family().name());
        json.addProperty("client", profile.clientType());
        json.addProperty(ROLE, profile.role().wireName());
        profile.identity().ifPresent(identity -> json.add(IDENTITY, write(identity)));
        return json;
    }

    static Profile profile(WireFields fields) {
        return new Profile(
                fields.optionalValue(NAME, ParticipantName::parse),
                new Family(fields.text("family")),
                fields.text("client"),
                fields.optional(IDENTITY, all -> identity(all.nested(IDENTITY))),
                fields.value(ROLE, text -> WireName.parse(Role.class, text)));
    }

    static JsonObject write(Participant participant) {
        JsonObject json = write(participant.profile());
        json.addProperty("id", participant.id().value());
        return json;
    }

    static Participant participant(WireFields fields) {
        return new Participant(fields.value("id", ParticipantId::parse), profile(fields));
    }

    static JsonObject write(RoomRecord.Member member) {
        JsonObject json = write(member.participant());
        member.connection().ifPresent(on -> json.addProperty(ON, on.value()));
        return json;
    }

    static RoomRecord.Member member(WireFields fields) {
        return new RoomRecord.Member(
                participant(fields), fields.optional(ON, all -> all.connection(ON)));
    }

    JsonObject write(RoomRecord room) {
        JsonObject json = new JsonObject();
        json.addProperty("room", room.name().value());
        room.key().ifPresent(key -> json.addProperty(KEY, key.base64Url()));
        room.owner().ifPresent(owner -> json.addProperty(OWNER, owner.text()));
        room.stay().ifPresent(stay -> json.add(STAY, write(stay)));
        json.add("members", WireFields.array(room.members(), MemberJson::write));
        return json;
    }

    RoomRecord room(WireFields fields) {
        return new RoomRecord(
                fields.value("room", RoomName::parse),
                fields.optionalValue(KEY, AccessKey::parse),
                fields.optionalValue(OWNER, OwnerHash::parse),
                fields.optional(STAY, all -> stay(all.nested(STAY))),
                fields.list("members", MemberJson::member));
    }

    private JsonObject write(Stay stay) {
        JsonObject json = new JsonObject();
        json.addProperty("keep", stay.keep().toMillis());
        json.addProperty("made", clock.millisAt(stay.madeNanos()));
        json.addProperty("empty", clock.millisAt(stay.emptySinceNanos()));
        stay.from().ifPresent(from -> json.addProperty(FROM, from.text()));
        return json;
    }

    private Stay stay(WireFields fields) {
        return new Stay(
                fields.millis("keep"),
                clock.nanosAt(fields.number("made")),
                clock.nanosAt(fields.number("empty")),
                fields.optional(FROM, all -> new ClientNetwork(all.text(FROM))));
    }

    private static JsonObject write(Identity identity) {
        JsonObject json = new JsonObject();
        json.addProperty(KEY, identity.key().base64Url());
        json.addProperty("proof", identity.proof().base64Url());
        json.addProperty(NAME, identity.nameSignature().base64Url());
        identity.guestProof().ifPresent(proof -> json.addProperty(GUEST_PROOF, proof.base64Url()));
        return json;
    }

    private static Identity identity(WireFields fields) {
        return new Identity(
                fields.value(KEY, IdentityKey::parse),
                fields.value("proof", IdentityProof::parse),
                fields.value(NAME, IdentitySignature::parse),
                fields.optionalValue(GUEST_PROOF, IdentityProof::parse));
    }
}
