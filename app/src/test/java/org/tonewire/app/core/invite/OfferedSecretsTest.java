package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.key.IdentityKey;

class OfferedSecretsTest {
    private static final IdentityKey ANN = key(1);
    private static final IdentityKey BOB = key(2);
    private static final IdentityKey EVE = key(3);

    private final OfferedSecrets offered = new OfferedSecrets();

    @Test
    void theLastOneOfEachSenderIsKept() {
        assertThat(offered.add(ANN, secret(1), List.of())).isTrue();
        assertThat(offered.add(BOB, secret(2), List.of())).isTrue();
        assertThat(offered.add(ANN, secret(3), List.of())).isTrue();
        assertThat(offered.add(ANN, secret(3), List.of())).isFalse();

        assertThat(offered.newestFirst()).containsExactly(secret(3), secret(2));
    }

    @Test
    void noMoreAreKeptThanThereAreParticipants() {
        for (int i = 0; i < 100; i++) {
            offered.add(key(i), secret(i), List.of());
        }

        assertThat(offered.newestFirst())
                .hasSize(OfferedSecrets.MAX_SECRETS)
                .startsWith(secret(99), secret(98));
    }

    @Test
    void whoSentASecretFirstSaysWhoWasRemoved() {
        offered.add(ANN, secret(1), List.of(EVE));
        offered.add(EVE, secret(1), List.of(BOB));
        offered.add(BOB, secret(2), List.of());

        assertThat(offered.take(secret(1))).containsExactly(EVE);
        assertThat(offered.newestFirst()).containsExactly(secret(2));
        assertThat(offered.take(secret(1))).isEmpty();
    }

    private static IdentityKey key(int number) {
        return IdentityKey.of(ByteBuffer.allocate(32).putInt(number).array());
    }

    private static RoomSecret secret(int number) {
        byte[] bytes = ByteBuffer.allocate(16).putInt(number).array();
        return RoomSecret.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .orElseThrow();
    }
}
