package org.tonewire.app.core.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.link.IceServer;

final class IceServerCheckTest {
    private static final IceServer.Login ADA = new IceServer.Login("ada", "lovelace");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stun:stun.example.org",
                "stun:stun.example.org:3478",
                "stuns:stun.example.org:5349",
                "stun:192.0.2.1",
                "stun:[2001:db8::1]:3478",
                "stun:[::ffff:192.0.2.1]",
                "stun:localhost:1",
                "stun:my_stun.lan:65535",
                "stun:xn--mller-kva.example",
                "stun:example.org.",
                "turn:turn.example.org",
                "turn:turn.example.org:3478?transport=udp",
                "turns:turn.example.org:443?transport=tcp",
                "turn:[::1]?transport=tcp"
            })
    void aStandardAddressIsUsable(String uri) {
        IceServerCheck check = IceServerCheck.of(new IceServer(uri, Optional.of(ADA)));
        Optional<IceServer.Login> login =
                uri.startsWith("turn") ? Optional.of(ADA) : Optional.empty();
        assertThat(check).isEqualTo(new IceServerCheck.Usable(new IceServer(uri, login)));
    }

    @ParameterizedTest
    @CsvSource({
        "STUN:example.org,stun:example.org",
        "stun:example.org:03478,stun:example.org:3478",
        "' turn:example.org?TRANSPORT=TCP ',turn:example.org?transport=tcp",
    })
    void otherSpellingsAreNormalized(String written, String plain) {
        assertThat(IceServerCheck.of(new IceServer(written, Optional.of(ADA))))
                .isInstanceOfSatisfying(
                        IceServerCheck.Usable.class,
                        usable -> assertThat(usable.server().uri()).isEqualTo(plain));
    }

    @ParameterizedTest
    @CsvSource({
        "'',SCHEME",
        "example.org,SCHEME",
        "http://example.org,SCHEME",
        "stunx:example.org,SCHEME",
        "turn:,HOST",
        "stun:,HOST",
        "turns:[::1,HOST",
        "stun:::1,HOST",
        "stun:[::1]x,HOST",
        "stun:[fe80::1%eth0],HOST",
        "stun:[zz]:1,HOST",
        "stun:999.1.1.1,HOST",
        "stun:1.2.3,HOST",
        "stun://example.org,HOST",
        "stun:exa mple.org,HOST",
        "stun:müller.example,HOST",
        "stun:-a.example,HOST",
        "stun:a..b,HOST",
        "stun:a%41,HOST",
        "turn:ada@example.org,HOST",
        "stun:127.0.0.1:99999,PORT",
        "stun:127.0.0.1:0,PORT",
        "stun:127.0.0.1:,PORT",
        "stun:127.0.0.1:-1,PORT",
        "stun:127.0.0.1:+5,PORT",
        "stun:127.0.0.1:1/x,PORT",
        "stun:a:1:2,PORT",
        "stun:127.0.0.1?transport=udp,TRANSPORT",
        "turn:127.0.0.1?transport=tls,TRANSPORT",
        "turn:127.0.0.1?,TRANSPORT",
        "turn:127.0.0.1:1?transport=udp&x,TRANSPORT",
    })
    void anInvalidAddressIsRefusedWithItsReason(String uri, IceRefusal why) {
        assertThat(IceServerCheck.of(new IceServer(uri, Optional.of(ADA))).refusal()).contains(why);
    }

    @Test
    void controlCharactersAndLongNamesAreRefused() {
        for (String host :
                new String[] {"a\0b", "a\nb", "a".repeat(64), "a.".repeat(150), "\uD800"}) {
            assertThat(IceServerCheck.of(new IceServer("stun:" + host, Optional.empty())).refusal())
                    .as(host)
                    .contains(IceRefusal.HOST);
        }
    }

    @Test
    void aRelayNeedsAUserAndAPassword() {
        assertThat(login(Optional.empty())).contains(IceRefusal.USER_MISSING);
        assertThat(login("", "x")).contains(IceRefusal.USER_MISSING);
        assertThat(login("ada", "")).contains(IceRefusal.PASSWORD_MISSING);
        assertThat(login("a\0", "x")).contains(IceRefusal.LOGIN);
        assertThat(login("a", "\uDC00")).contains(IceRefusal.LOGIN);
        assertThat(login("a".repeat(508), "x")).isEmpty();
        assertThat(login("a".repeat(509), "x")).contains(IceRefusal.LOGIN);
        assertThat(login("😀".repeat(85), "x")).contains(IceRefusal.LOGIN);
    }

    private static Optional<IceRefusal> login(String username, String password) {
        return login(Optional.of(new IceServer.Login(username, password)));
    }

    private static Optional<IceRefusal> login(Optional<IceServer.Login> login) {
        return IceServerCheck.of(new IceServer("turn:example.org", login)).refusal();
    }
}
