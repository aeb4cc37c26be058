package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.OwnerHash;

class InviteLinkTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final String PIN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String OWNER = "AzliGSN_daZPEq6385cjqw";
    private static final String LINK = "https://host.example:8443/r/studio#k=" + SECRET;

    @ParameterizedTest
    @MethodSource("invites")
    void anInviteIsParsedBackFromItsLink(Invite invite) {
        assertThat(InviteLink.parse(invite.link())).contains(invite);
    }

    static Stream<Invite> invites() {
        RoomSecret secret = RoomSecret.random(new SecureRandom());
        Optional<CertificatePin> pin = CertificatePin.parse(PIN);
        return Stream.of(
                new Invite("host.example", 8443, new RoomName("studio"), secret, pin),
                new Invite("host.example", 443, new RoomName("studio"), secret, Optional.empty()),
                new Invite(
                        "host.example",
                        8443,
                        new RoomName("studio"),
                        secret,
                        pin,
                        OwnerHash.parse(OWNER)),
                new Invite("192.0.2.7", 65_535, new RoomName("a"), secret, pin),
                new Invite("2001:db8::7", 8443, new RoomName("studio"), secret, pin),
                new Invite("::1", 1, new RoomName("studio"), secret, pin),
                new Invite("my_host.lan", 8443, new RoomName("studio"), secret, pin),
                new Invite("h", 8443, new RoomName("Jazz \u00dcbung 7"), secret, pin),
                new Invite("h", 8443, new RoomName("\u5408\u594f _.-"), secret, pin),
                new Invite("h", 8443, new RoomName("\u0921\u093f \u096a"), secret, pin));
    }

    @Test
    void theLinkHasTheFormOfTheProtocol() {
        Invite invite =
                new Invite(
                        "2001:db8::7",
                        8443,
                        new RoomName("Jazz \u00dc"),
                        RoomSecret.parse(SECRET).orElseThrow(),
                        CertificatePin.parse(PIN),
                        OwnerHash.parse(OWNER));

        assertThat(invite.link())
                .isEqualTo(
                        "https://[2001:db8::7]:8443/r/Jazz%20%C3%9C#k="
                                + SECRET
                                + "&f="
                                + PIN
                                + "&o="
                                + OWNER);
        assertThat(invite.signalingAddress())
                .isEqualTo(URI.create("wss://[2001:db8::7]:8443/api/v1/signal"));
    }

    @Test
    void aLinkWithoutAPortMeansThePortOfHttps() {
        Invite invite = read(LINK.replace(":8443", ""));

        assertThat(invite.port()).isEqualTo(443);
    }

    @Test
    void withoutAFingerprintTheSystemsAuthoritiesDecide() {
        assertThat(read(LINK).pin()).isEmpty();
        assertThat(read(LINK + "&f=" + PIN).pin()).isEqualTo(CertificatePin.parse(PIN));
    }

    @Test
    void theSameRoomByAnotherSecretOrAddressHasTheSameOwner() {
        Invite invite = read(LINK + "&o=" + OWNER);

        assertThat(invite.owner()).contains(new OwnerHash(OWNER));
        assertThat(invite.with(RoomSecret.random(new SecureRandom())).at("other").owner())
                .isEqualTo(invite.owner());
        assertThat(read(LINK).owner()).isEmpty();
    }

    @Test
    void theOrderOfTheFieldsAndUnknownOnesDoNotMatter() {
        String link = "https://host.example:8443/r/studio#v=9&f=" + PIN + "&k=" + SECRET + "&x";

        assertThat(read(link)).isEqualTo(read(LINK + "&f=" + PIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "  %s  ",
                "\n%s\r\n",
                "\t<%s>\n",
                "< %s >",
                "\u00a0%s",
                "\u200b%s\u200b",
                "\"%s\"",
                "%s."
            })
    void textAroundAPastedLinkIsIgnored(String around) {
        assertThat(InviteLink.parse(around.formatted(LINK))).contains(read(LINK));
    }

    @Test
    void aLinkThatAMailProgramBrokeIntoLinesIsPutTogether() {
        String broken = LINK.substring(0, 30) + "\r\n  " + LINK.substring(30);

        assertThat(InviteLink.parse(broken)).contains(read(LINK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tonewire://", "TONEWIRE://", "HTTPS://", "Https://"})
    void theAppSchemeAndAnyCaseAreAccepted(String scheme) {
        assertThat(InviteLink.parse(LINK.replace("https://", scheme))).contains(read(LINK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<>",
                "hello",
                "https://",
                "https:///r/studio#k=" + SECRET,
                "http://host.example:8443/r/studio#k=" + SECRET,
                "ftp://host.example:8443/r/studio#k=" + SECRET,
                "//host.example:8443/r/studio#k=" + SECRET,
                "https:host.example/r/studio#k=" + SECRET,
                "https://host.example:8443#k=" + SECRET,
                "https://host.example:8443/studio#k=" + SECRET,
                "https://host.example:8443/r/#k=" + SECRET,
                "https://host.example:8443/r/a/b#k=" + SECRET,
                "https://host.example:8443/r/a%2Fb#k=" + SECRET,
                "https://host.example:8443/r/%zz#k=" + SECRET,
                "https://host.example:8443/r/%ff#k=" + SECRET,
                "https://host.example:8443/r/%00#k=" + SECRET,
                "https://host.example:8443/r/%20a#k=" + SECRET,
                "https://host.example:8443/r/...#k=" + SECRET,
                "https://host.example:0/r/studio#k=" + SECRET,
                "https://host.example:65536/r/studio#k=" + SECRET,
                "https://host.example:99999999999/r/studio#k=" + SECRET,
                "https://host.example:-1/r/studio#k=" + SECRET,
                "https://host.example:x/r/studio#k=" + SECRET,
                "https://[2001:db8::7/r/studio#k=" + SECRET,
                "https://[no]:8443/r/studio#k=" + SECRET,
                "https://bank.example@host.example:8443/r/studio#k=" + SECRET,
            })
    void aLinkWithoutAHostAndARoomIsNoInvite(String text) {
        assertThat(InviteLink.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host.example:8443/r/studio",
                "https://host.example:8443/r/studio#",
                "https://host.example:8443/r/studio#k=",
                "https://host.example:8443/r/studio#" + SECRET,
                "https://host.example:8443/r/studio?k=" + SECRET,
                "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0OD",
                "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0ODxA",
                "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0OD!",
                "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0ODx",
                "https://host.example:8443/r/studio#k=AAECAwQFBgcICQoLDA0ODw==",
                "https://host.example:8443/r/studio#f=" + PIN,
                "https://host.example:8443/r/studio#k=" + SECRET + "&f=",
                "https://host.example:8443/r/studio#k=" + SECRET + "&f=" + SECRET,
                "https://host.example:8443/r/studio#k=" + SECRET + "&f=" + PIN + "AA",
                "https://host.example:8443/r/studio#k=" + SECRET + "&o=",
                "https://host.example:8443/r/studio#k=" + SECRET + "&o=AzliGSN_daZPEq6385cjq",
                "https://host.example:8443/r/studio#k=" + SECRET + "&o=AzliGSN_daZPEq6385cjqx",
                "https://host.example:8443/r/studio#k=" + SECRET + "&o=AzliGSN_daZPEq6385cjqw==",
                "https://host.example:8443/r/studio#k=" + SECRET + "&k=" + SECRET + "A",
                "https://host.example:8443/r/studio#k=" + SECRET + "%",
            })
    void aLinkWithoutASecretOrWithAWrongPinOrOwnerIsNoInvite(String text) {
        assertThat(InviteLink.parse(text)).isEmpty();
    }

    /// The marks around a link are looked for in a text of a link's length only: in this one that
    /// takes hours.
    @Test
    void aMillionDotsAreNoInvite() {
        assertThat(InviteLink.parse(".".repeat(1 << 20) + "x")).isEmpty();
    }

    @Test
    void anOverlongTextIsNoInvite() {
        assertThat(InviteLink.parse(LINK + "&x=" + "a".repeat(3_000))).isEmpty();
        assertThat(InviteLink.parse(" ".repeat(100_000))).isEmpty();
    }

    private static Invite read(String link) {
        return InviteLink.parse(link).orElseThrow();
    }
}
