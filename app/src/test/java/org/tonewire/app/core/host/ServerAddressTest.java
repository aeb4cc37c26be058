package org.tonewire.app.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers as people write and paste them.
class ServerAddressTest {
    private static final String PIN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @ParameterizedTest
    @CsvSource({
        "studio.example.org, https://studio.example.org:443/",
        "Studio.Example.org, https://studio.example.org:443/",
        "' studio.example.org ', https://studio.example.org:443/",
        "h:5509, https://h:5509/",
        "https://h:5509, https://h:5509/",
        "https://h:5509/, https://h:5509/",
        "https://h:5509/#, https://h:5509/",
        "http://h:5509/, https://h:5509/",
        "HTTPS://h:5509/, https://h:5509/",
        "https://h, https://h:443/",
        "wss://h:5509/api/v1/signal, https://h:5509/",
        "192.0.2.7:5509, https://192.0.2.7:5509/",
        "[2001:db8::7], 'https://[2001:db8::7]:443/'",
        "[2001:DB8::7]:5509, 'https://[2001:db8::7]:5509/'",
        "'https://[2001:db8::7]:5509/', 'https://[2001:db8::7]:5509/'",
        "bücher.example, https://xn--bcher-kva.example:443/",
        "h:5509#f=" + PIN + ", https://h:5509/#f=" + PIN,
        "h:5509/#f=" + PIN + ", https://h:5509/#f=" + PIN,
        "https://h:5509/#f=" + PIN + ", https://h:5509/#f=" + PIN,
        "https://h:5509/r/Band#k=AAECAwQFBgcICQoLDA0ODw&f="
                + PIN
                + "&o=AzliGSN_daZPEq6385cjqw, https://h:5509/#f="
                + PIN,
        "https://h/r/Band#k=AAECAwQFBgcICQoLDA0ODw&o=AzliGSN_daZPEq6385cjqw, https://h:443/",
    })
    void whatPeoplePasteIsRead(String pasted, String meant) {
        ServerAddress read = ServerAddress.parse(pasted).orElseThrow();

        assertThat(read.link()).isEqualTo(meant);
        assertThat(read.token()).isEmpty();
        assertThat(ServerAddress.parse(meant)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "h:0",
                "h:70000",
                "h:port",
                "ftp://h/",
                "https://",
                "ann@h:5509",
                "2001:db8::7",
                "h:5509#f=",
                "h:5509#f=AAEC",
                "h:5509#f=" + PIN + "x",
                "https://h/r/Band#k=AAECAwQFBgcICQoLDA0ODw&f=AAEC",
                "https://h:5509/#" + PIN,
                "https://h:5509/#F=" + PIN,
                "https://h:5509/#fp=" + PIN,
                "https://h:5509/?f=" + PIN,
                "https://h:5509/?f=" + PIN + "#k=AAECAwQFBgcICQoLDA0ODw",
            })
    void whatIsNoServerIsNone(String pasted) {
        assertThat(ServerAddress.parse(pasted)).isEmpty();
    }

    @Test
    void aTokenIsNotShown() {
        ServerAddress server = ServerAddress.parse("h:5509").orElseThrow().showing("t0ken");

        assertThat(server.toString()).contains("h:5509").doesNotContain("t0ken");
        assertThat(server.link()).doesNotContain("t0ken");
        assertThat(server.isAt(ServerAddress.parse("H:5509#f=" + PIN).orElseThrow())).isTrue();
        assertThat(server.isAt(ServerAddress.parse("h:5510").orElseThrow())).isFalse();
    }
}
