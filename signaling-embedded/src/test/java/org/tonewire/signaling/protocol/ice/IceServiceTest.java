package org.tonewire.signaling.protocol.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IceServiceTest {
    private static final Optional<TurnSecret> SECRET = TurnSecret.parse("north");
    private static final Instant NOW = Instant.ofEpochSecond(1_796_011_200);

    @Test
    void relaysShareALoginAndOtherServersHaveNone() {
        IceService service =
                service("turn:a.example", "stun:b.example", "turns:a.example?transport=tcp");

        assertThat(service.name("ann", NOW))
                .containsExactly(
                        new NamedIceServer(List.of("stun:b.example"), Optional.empty()),
                        new NamedIceServer(
                                List.of("turn:a.example", "turns:a.example?transport=tcp"),
                                Optional.of(
                                        new NamedIceServer.Login(
                                                "1796054400:ann",
                                                "5w+5aqNDpTW6sQPQFqwzo3cGOgQ="))));
        assertThat(service.renewAfter()).contains(Duration.ofHours(9));
    }

    @Test
    void withoutRelaysThereIsNothingToRenew() {
        assertThat(service("stun:b.example").renewAfter()).isEmpty();
        assertThat(IceService.NONE.name("ann", NOW)).isEmpty();
        assertThat(IceService.NONE.renewAfter()).isEmpty();
    }

    @Test
    void whatClientsCouldNotUseIsNotMade() {
        assertThatThrownBy(() -> service(Optional.empty(), Duration.ofHours(1), "turn:a.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service(SECRET, Duration.ofSeconds(9), "turn:a.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service(SECRET, Duration.ofDays(8), "turn:a.example"))
                .isInstanceOf(IllegalArgumentException.class);
        String[] nine = Collections.nCopies(9, "stun:b.example").toArray(String[]::new);
        assertThatThrownBy(() -> service(nine)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IceService service(String... addresses) {
        return service(SECRET, IceService.USUAL_LIFETIME, addresses);
    }

    private static IceService service(
            Optional<TurnSecret> secret, Duration lifetime, String... addresses) {
        return new IceService(
                Stream.of(addresses)
                        .map(IceAddress::parse)
                        .map(IceAddress.Parsed.class::cast)
                        .toList(),
                secret,
                lifetime);
    }
}
