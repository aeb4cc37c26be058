package org.tonewire.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.host.ServerRequest;

class ListenAddressTest {
    @Test
    void everywhereMeansBothFamiliesWhereIpv6Exists() {
        assertThat(ListenAddress.of(ServerRequest.EVERYWHERE, true)).isEqualTo("::");
        assertThat(ListenAddress.of(ServerRequest.EVERYWHERE, false)).isEqualTo("0.0.0.0");
    }

    @Test
    void aGivenAddressIsUsedAsItIs() {
        assertThat(ListenAddress.of("0.0.0.0", true)).isEqualTo("0.0.0.0");
        assertThat(ListenAddress.of("[::1]", true)).isEqualTo("::1");
        assertThat(ListenAddress.of("::1", false)).isEqualTo("::1");
        assertThat(ListenAddress.of("studio.example.org", false)).isEqualTo("studio.example.org");
    }
}
