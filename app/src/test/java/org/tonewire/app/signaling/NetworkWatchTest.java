package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class NetworkWatchTest {
    private Set<String> addresses = Set.of("lo127.0.0.1", "eth010.0.0.2");

    @Test
    void aNewAddressIsNoticedOnce() {
        NetworkWatch watch = new NetworkWatch(() -> addresses);

        assertThat(watch.hasMore()).isFalse();
        addresses = Set.of("lo127.0.0.1", "wlan010.0.0.2");
        assertThat(watch.hasMore()).isTrue();
        assertThat(watch.hasMore()).isFalse();
    }

    @Test
    void aNewAddressIsNoticedAndALostOneIsNot() {
        NetworkWatch watch = new NetworkWatch(() -> addresses);

        addresses = Set.of("lo127.0.0.1");
        assertThat(watch.hasMore()).isFalse();
        addresses = Set.of("lo127.0.0.1", "eth010.0.0.2");
        assertThat(watch.hasMore()).isTrue();
    }

    @Test
    void thisComputerHasAddresses() {
        NetworkWatch watch = NetworkWatch.ofThisComputer();

        assertThat(watch.hasMore()).isFalse();
    }
}
