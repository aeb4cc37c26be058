package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.OfferedSecrets.Age;
import org.tonewire.signaling.protocol.key.IdentityKey;

class OfferedSecretsTest {
    private static final IdentityKey EVE = key(3);

    private final OfferedSecrets offered = new OfferedSecrets();

    @Test
    void theNewestRenewalIsTriedFirstInWhateverOrderTheyCome() {
        assertThat(offered.add(1, secret(1), List.of())).isEqualTo(Age.NEW);
        assertThat(offered.add(3, secret(3), List.of())).isEqualTo(Age.NEW);
        assertThat(offered.add(2, secret(2), List.of())).isEqualTo(Age.NEW);
        assertThat(offered.add(3, secret(3), List.of())).isEqualTo(Age.KNOWN);

        assertThat(offered.newestFirst()).containsExactly(secret(3), secret(2), secret(1));
    }

    @Test
    void theNewestFewAreKept() {
        for (int i = 1; i <= 100; i++) {
            offered.add(i, secret(i), List.of());
        }

        assertThat(offered.newestFirst())
                .hasSize(OfferedSecrets.MAX_SECRETS)
                .startsWith(secret(100), secret(99));
    }

    @Test
    void aRenewalFromBeforeThePresentSecretIsNoWayBack() {
        offered.add(1, secret(1), List.of());
        offered.add(2, secret(2), List.of(EVE));
        offered.add(3, secret(3), List.of());

        assertThat(offered.take(secret(2))).containsExactly(EVE);
        assertThat(offered.newestFirst()).containsExactly(secret(3));
        assertThat(offered.add(1, secret(1), List.of())).isEqualTo(Age.OLD);
        assertThat(offered.add(2, secret(2), List.of())).isEqualTo(Age.KNOWN);
        offered.passed(3);
        assertThat(offered.add(2, secret(2), List.of())).isEqualTo(Age.OLD);
        assertThat(offered.newestFirst()).isEmpty();
        assertThat(offered.take(secret(2))).isEmpty();
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
