package org.tonewire.app.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanAddressesTest {
    @Test
    void anInterfaceSpeaksByIpv4WhereItHasThat() {
        assertThat(best("fe80::1", "2001:db8::7", "10.0.0.7")).contains("10.0.0.7");
        assertThat(best("169.254.10.1")).contains("169.254.10.1");
    }

    @Test
    void anInterfaceWithIpv6AloneSpeaksByThat() {
        assertThat(best("fe80::1", "2001:db8:77::1")).contains("2001:db8:77:0:0:0:0:1");
    }

    @Test
    void anIpv6AddressOfTheLinkAloneIsNoPlaceToBeFound() {
        assertThat(best("fe80::1")).isEmpty();
    }

    private static Optional<String> best(String... addresses) {
        return LanAddresses.best(Stream.of(addresses).map(LanAddressesTest::address))
                .map(InetAddress::getHostAddress);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
