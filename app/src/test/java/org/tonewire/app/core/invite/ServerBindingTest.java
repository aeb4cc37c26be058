package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerBindingTest {
    private static final String SECRET = "/r/studio#k=AAECAwQFBgcICQoLDA0ODw";
    private static final String PIN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @ParameterizedTest
    @CsvSource({
        "https://host.example, address host.example:443",
        "tonewire://host.example:443, address host.example:443",
        "https://Host.EXAMPLE:8443, address host.example:8443",
        "https://[2001:DB8::1]:8443, address [2001:db8::1]:8443"
    })
    void withoutACertificateItIsTheAddress(String link, String binding) {
        assertThat(server(link + SECRET)).isEqualTo(binding);
    }

    @ParameterizedTest
    @CsvSource({"https://host.example", "https://192.0.2.1:8443"})
    void withACertificateItIsTheCertificateAtAnyAddress(String link) {
        assertThat(server(link + SECRET + "&f=" + PIN)).isEqualTo("certificate " + PIN);
    }

    private static String server(String link) {
        return InviteLink.parse(link).orElseThrow().server().value();
    }
}
