package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.protocol.RoomName;

/// What host prints, join reads.
final class AdvertisedHostTest {
    private static final int SEED = 14;
    private static final int TEXTS = 20_000;
    private static final String[] PIECES = {
        "studio",
        ".",
        "-",
        "_",
        ":",
        "::",
        "[",
        "]",
        "%eth0",
        "/",
        "@",
        "#",
        "?",
        "&",
        " ",
        "\n",
        "1",
        "0",
        "255",
        "256",
        "192.0.2.7",
        "fe80",
        "2001:db8",
        "ffff",
        "f",
        "ü",
        "日本",
        "ß",
        "\u200b",
        "\u202e",
        "。",
        "xn--",
        "A",
        "org",
        "local",
        "wss://",
        "https://",
        "\\",
        "\"",
        "'"
    };

    private static final String[] REFUSED = {
        "",
        " ",
        ".",
        "..",
        "a..b",
        "-a",
        "a-",
        "my_radio",
        "a b",
        "a/b",
        "https://a.org",
        "a.org:9000",
        "user@a.org",
        "192.0.2.7:9000",
        "[2001:db8::7]:9000",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "0.0.0.0",
        "::",
        "255.255.255.255",
        "224.0.0.1",
        "ff02::1",
        "fe80::1",
        "fe80::1%eth0",
        "2001:db8::7%eth0",
        "2001:db8:::7",
        "1::2::3",
        "7",
        "a.7",
        "[2001:db8::7",
        "2001:db8::7]",
        "a#b",
        "a?b",
        "a&b"
    };

    @ParameterizedTest
    @CsvSource({
        "studio.example.org, studio.example.org",
        "Studio.Example.ORG., studio.example.org",
        "'  studio ', studio",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "münchen.example, xn--mnchen-3ya.example",
        "192.0.2.7, 192.0.2.7",
        "169.254.10.1, 169.254.10.1",
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "[2001:db8::7], 2001:db8::7",
        "::1, ::1",
        "fd00::7, fd00::7",
    })
    void namesAndAddressesHaveOneForm(String written, String form) {
        assertThat(AdvertisedHost.parse(written)).contains(form);
    }

    static Stream<String> refused() {
        return Stream.of(REFUSED);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatNobodyCanReadOrReachIsRefused(String text) {
        assertThat(AdvertisedHost.parse(text)).isEmpty();
    }

    @Test
    void everyTextIsRefusedOrReadFromTheInviteAsItWasWritten() {
        Random random = new Random(SEED);
        RoomSecret secret = RoomSecret.parse("A".repeat(22)).orElseThrow();
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(6); left >= 0; left--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Optional<String> host = AdvertisedHost.parse(text.toString());
            if (host.isPresent()) {
                Invite invite =
                        new Invite(host.get(), 8443, new RoomName("a"), secret, Optional.empty());
                assertThat(InviteLink.parse(invite.link())).as(text.toString()).contains(invite);
                assertThat(AdvertisedHost.parse(host.get())).contains(host.get());
                read++;
            }
        }
        assertThat(read).isGreaterThan(TEXTS / 20);
    }
}
