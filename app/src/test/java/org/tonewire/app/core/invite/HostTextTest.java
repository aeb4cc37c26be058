package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.signaling.protocol.RoomName;

class HostTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:77:0:0:0:0:1, 2001:db8:77::1",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:0:0:0:0, 2001:db8::"
    })
    void anAddressIsWrittenInItsShortestForm(String address, String text)
            throws UnknownHostException {
        assertThat(HostText.of(InetAddress.getByName(address))).isEqualTo(text);
    }

    @Test
    void theInterfaceOfAnAddressIsOmitted() throws UnknownHostException {
        byte[] bytes = InetAddress.getByName("2001:db8:77::1").getAddress();

        InetAddress scoped = Inet6Address.getByAddress("", bytes, 3);

        assertThat(scoped.getHostAddress()).contains("%");
        assertThat(HostText.of(scoped)).isEqualTo("2001:db8:77::1");
    }

    @Test
    void anInviteTakesAnAddressWithBracketsOrWithout() {
        RoomSecret secret = RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();
        RoomName room = new RoomName("studio");
        Invite bare = new Invite("2001:db8:77::1", 8443, room, secret, Optional.empty());
        Invite bracketed = new Invite("[2001:db8:77::1]", 8443, room, secret, Optional.empty());

        assertThat(bracketed).isEqualTo(bare);
        assertThat(bracketed.authority()).isEqualTo("[2001:db8:77::1]:8443");
        assertThat(InviteLink.parse(bracketed.link())).contains(bare);
    }
}
