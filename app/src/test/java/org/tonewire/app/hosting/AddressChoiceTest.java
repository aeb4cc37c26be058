package org.tonewire.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.invite.HostText;
import org.tonewire.app.hosting.AddressChoice.Candidate;

/// Which address an invite holds, independently of the computer that runs the test.
class AddressChoiceTest {
    private static final int SEED = 57;

    @Test
    void theOutboundAddressIsChosen() {
        assertThat(best(List.of("192.0.2.7", "2001:db8::7"), own(2, "192.0.2.7")))
                .isEqualTo("192.0.2.7");
        assertThat(best(List.of("2001:db8::7"), own(3, "172.17.0.1"))).isEqualTo("2001:db8::7");
    }

    @Test
    void withIpv6OnlyAnIpv6AddressIsChosen() {
        assertThat(best(List.of(), own(2, "fe80::1"), own(2, "2001:db8:77::1")))
                .isEqualTo("2001:db8:77::1");
    }

    @Test
    void withoutAnOutboundAddressIpv4ComesBeforeGlobalIpv6BeforeLocalIpv6() {
        assertThat(best(List.of(), own(2, "2001:db8::7"), own(3, "10.0.0.7")))
                .isEqualTo("10.0.0.7");
        assertThat(best(List.of(), own(2, "fd00::7"), own(3, "2001:db8::7")))
                .isEqualTo("2001:db8::7");
        assertThat(best(List.of(), own(2, "fd00::7"), own(2, "169.254.10.1"))).isEqualTo("fd00::7");
    }

    @Test
    void hardwareInterfacesComeBeforeLaterBridges() {
        assertThat(best(List.of(), own(7, "172.17.0.1"), own(2, "10.0.0.7"))).isEqualTo("10.0.0.7");
    }

    @Test
    void anIpv4LinkLocalAddressIsChosenWhenThereIsNoOther() {
        assertThat(best(List.of("169.254.10.1"), own(2, "169.254.10.1"), own(2, "fe80::1")))
                .isEqualTo("169.254.10.1");
    }

    @Test
    void anIpv6LinkLocalAddressIsNeverChosen() {
        assertThat(best(List.of("fe80::1"), own(2, "fe80::1"))).isEqualTo("127.0.0.1");
        assertThat(best(List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void theOrderOfTheSystemsListDoesNotMatter() {
        List<Candidate> all =
                new ArrayList<>(
                        List.of(
                                own(2, "10.0.0.9"),
                                own(2, "10.0.0.7"),
                                own(3, "172.17.0.1"),
                                own(2, "2001:db8::7"),
                                own(2, "169.254.10.1")));
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(all, random);
            assertThat(best(List.of(), all.toArray(Candidate[]::new))).isEqualTo("10.0.0.7");
        }
    }

    private static String best(List<String> outward, Candidate... own) {
        List<InetAddress> out = outward.stream().map(AddressChoiceTest::address).toList();
        return HostText.of(AddressChoice.best(out, List.of(own)));
    }

    private static Candidate own(int index, String text) {
        return new Candidate(index, address(text));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
