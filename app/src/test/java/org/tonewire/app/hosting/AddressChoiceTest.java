package org.tonewire.app.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.invite.HostText;
import org.tonewire.app.hosting.AddressChoice.Interface;

/// Which addresses an invite may carry, the best first, independently of the computer that runs the
/// test.
class AddressChoiceTest {
    private static final int SEED = 57;

    /// A table of interfaces is written `NAME ADDRESS…; NAME ADDRESS…`; `>` before an address says
    /// that packets to the internet leave by it. The first interface has the lowest number.
    private static final String TABLES =
            """
            one card | eth0 >192.0.2.7 fe80::1 | 192.0.2.7
            both families | eth0 >192.0.2.7 >2001:db8::7 | 192.0.2.7 2001:db8::7
            the default route | eth0 10.0.0.7; wlan0 >192.0.2.7 | 192.0.2.7 10.0.0.7
            no default route | eth0 10.0.0.7; wlan0 192.0.2.7 | 10.0.0.7 192.0.2.7
            route of IPv6 | eth0 10.0.0.7; wlan0 >2001:db8::7 | 2001:db8::7 10.0.0.7
            docker after | eth0 10.0.0.7; docker0 172.17.0.1 | 10.0.0.7 172.17.0.1
            docker before | docker0 172.17.0.1; eth0 10.0.0.7 | 10.0.0.7 172.17.0.1
            docker and IPv6 | docker0 172.17.0.1; eth0 2001:db8::7 | 2001:db8::7 172.17.0.1
            docker and a link | docker0 172.17.0.1; eth0 169.254.10.1 | 169.254.10.1 172.17.0.1
            a docker network | br-0123456789ab 172.18.0.1; eth0 10.0.0.7 | 10.0.0.7 172.18.0.1
            libvirt | virbr0 192.168.122.1; wlp3s0 10.0.0.7 | 10.0.0.7 192.168.122.1
            LXC | veth1a2b 10.1.0.1; lxcbr0 10.2.0.1; eno1 10.3.0.1 | 10.3.0.1 10.1.0.1 10.2.0.1
            in a container | veth0 >10.1.0.2; docker0 172.17.0.1 | 10.1.0.2 172.17.0.1
            a bridged card | br0 >10.0.0.7; virbr0 192.168.122.1 | 10.0.0.7 192.168.122.1
            VirtualBox | VirtualBox_Host-Only 192.168.56.1; eth3 10.0.0.7 | 10.0.0.7 192.168.56.1
            WSL | vEthernet_(WSL) 172.20.0.1; eth3 10.0.0.7 | 10.0.0.7 172.20.0.1
            a full VPN | tun0 >10.8.0.2; eth0 192.168.1.7 | 192.168.1.7 10.8.0.2
            wg | eth0 >10.1.0.7; wg0 10.9.0.2; docker0 172.17.0.1 | 10.1.0.7 10.9.0.2 172.17.0.1
            VPN and docker | docker0 172.17.0.1; utun3 >10.8.0.2 | 10.8.0.2 172.17.0.1
            IPv4 of the link | eth0 >169.254.10.1 fe80::1 | 169.254.10.1
            IPv4 before IPv6 | eth0 fd00::7 2001:db8::7 10.0.0.7 | 10.0.0.7 2001:db8::7 fd00::7
            a site's IPv6 | eth0 169.254.10.1 fd00::7 | fd00::7 169.254.10.1
            IPv6 only | eth0 2001:db8:77:0:0:0:0:1 fe80::1 | 2001:db8:77::1
            IPv6 of the link | eth0 >fe80::1 | ''
            loopback only | lo 127.0.0.1 ::1 | ''
            nothing | eth0 | ''
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = TABLES)
    void addressesThatOthersReachComeFirst(String title, String table, String expected) {
        List<InetAddress> outward = new ArrayList<>();
        List<Interface> interfaces = new ArrayList<>();
        for (String row : table.split(";", -1)) {
            String[] words = row.strip().split(" +", -1);
            Arrays.stream(words)
                    .filter(word -> word.startsWith(">"))
                    .forEach(word -> outward.add(address(word)));
            interfaces.add(
                    new Interface(
                            List.of(words[0].replace('_', ' ')),
                            interfaces.size() + 2,
                            false,
                            Arrays.stream(words).skip(1).map(AddressChoiceTest::address).toList()));
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 5; i++) {
            assertThat(
                            AddressChoice.ranked(outward, interfaces).stream()
                                    .map(HostText::of)
                                    .toList())
                    .as(title)
                    .isEqualTo(
                            Arrays.stream(expected.split(" ")).filter(w -> !w.isEmpty()).toList());
            Collections.shuffle(interfaces, random);
        }
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text.replace(">", ""));
    }
}
