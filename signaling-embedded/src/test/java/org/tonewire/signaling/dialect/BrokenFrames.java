package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Random;

/// Messages of every dialect with some characters removed, added or changed.
public final class BrokenFrames {
    private static final String BREAKING = "\"{}[],:\\u0000\uD800 1e-.truefalsn";
    static final List<String> MESSAGES =
            List.of(
                    "{\"type\":\"CONFIRM_ID\",\"payload\":{\"name\":\"Ann\"}}",
                    "{\"type\":\"JOIN\",\"payload\":{}}",
                    "{\"type\":\"OFFER\",\"payload\":{\"sdp\":\"v=0\"},\"target\":{\"id\":\"1\"}}",
                    "{\"type\":\"CANDIDATE\",\"payload\":{\"candidate\":{\"candidate\":\"c\"}}}",
                    "{\"type\":\"offer\",\"offer\":{\"type\":\"offer\",\"sdp\":\"v\"},\"target_peer_id\":\"1\"}",
                    "{\"type\":\"ice_candidate\",\"candidate\":{\"candidate\":\"c\"},\"target_peer_id\":\"2\",\"target_id\":\"2\"}",
                    "{\"type\":\"register\",\"client_id\":\"1\",\"room_id\":\"r\",\"client_type\":\"x\"}",
                    "{\"type\":\"answer\",\"target_id\":\"2\",\"sdp\":\"v=0\"}",
                    "{\"action\":\"login\",\"data\":\"1\"}",
                    "{\"from\":\"1\",\"to\":\"2\",\"action\":\"offer\",\"data\":{\"sdp\":\"v\",\"type\":\"offer\"}}",
                    "{\"type\":\"hello\",\"version\":1,\"client\":\"c\"}",
                    "{\"type\":\"enter\",\"room\":\"r\",\"name\":\"n\"}",
                    "{\"type\":\"leave\"}");

    private final Random random;

    public BrokenFrames(Random random) {
        this.random = random;
    }

    /// The next frame; some are intact.
    public String next() {
        StringBuilder text = new StringBuilder(MESSAGES.get(random.nextInt(MESSAGES.size())));
        for (int i = random.nextInt(4); i > 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            char any = BREAKING.charAt(random.nextInt(BREAKING.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, any);
                default -> text.setCharAt(at, any);
            }
        }
        return text.toString();
    }
}
