package org.tonewire.system.hostile;

import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.testbed.meddling.Relayed;

/// What a signaling server says, true or not.
final class ServerTexts {
    /// A seal that nobody made.
    static final String FORGED = "7." + "A".repeat(86);

    private ServerTexts() {}

    static JsonObject message(String type) {
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        return message;
    }

    /// @param info what the server says of a participant
    static String joined(JsonObject info) {
        JsonObject joined = message("participant-joined");
        joined.add("participant", info);
        return joined.toString();
    }

    /// Somebody who is not there.
    static String invented(int i) {
        Random random = new Random(i);
        JsonObject identity = new JsonObject();
        identity.addProperty("key", random(random, 32));
        identity.addProperty("proof", random(random, 32));
        identity.addProperty("nameSignature", random(random, 64));
        JsonObject info = new JsonObject();
        info.addProperty("id", "invented" + i);
        info.addProperty("name", "Guest " + i);
        info.add("identity", identity);
        return joined(info);
    }

    /// A message in the name of somebody, with a seal that nobody made.
    ///
    /// @param from what the server says of the sender
    static JsonObject forged(JsonObject from, String type) {
        JsonObject message = message(type);
        message.add("from", from.get("id"));
        message.addProperty("seal", FORGED);
        return message;
    }

    /// A candidate in the name of somebody, with a seal that nobody made.
    ///
    /// @param from what the server says of the sender
    static String candidate(JsonObject from, int i) {
        JsonObject candidate = forged(from, "candidate");
        candidate.addProperty("sender", "owner");
        candidate.addProperty("candidate", candidateText(i));
        candidate.addProperty("sdpMid", "0");
        candidate.addProperty("sdpMLineIndex", 0);
        candidate.addProperty("seal", (i + 1) + FORGED.substring(1));
        return candidate.toString();
    }

    /// A candidate before it is sealed.
    static PeerMessage candidate(int i) {
        return new PeerMessage.Candidate(LinkEnd.OWNER, candidateText(i), "0", 0);
    }

    private static String candidateText(int i) {
        return "candidate:%d 1 udp 1 192.0.2.1 %d typ host".formatted(i, 1_024 + i);
    }

    /// The messages as they were, from where somebody is at present.
    ///
    /// @param sender what the server says of that one
    static String[] from(JsonObject sender, List<Relayed> messages) {
        return messages.stream()
                .map(each -> {
                    JsonObject message = each.message();
                    message.add("from", sender.get("id"));
                    return message.toString();
                })
                .toArray(String[]::new);
    }

    private static String random(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
