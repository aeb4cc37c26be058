package org.tonewire.app.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "~ http://a.example/x ~ ^ http://a.example/x ^ a.example ^ -1",
                "~<http://a.example/x>~ ^ http://a.example/x ^ a.example ^ -1",
                "~\"http://a.example/x\"~ ^ http://a.example/x ^ a.example ^ -1",
                "~http://a.example/x\u200b~ ^ http://a.example/x ^ a.example ^ -1",
                "~http://a.exam\nple/x~ ^ http://a.example/x ^ a.example ^ -1",
                "HTTP://A.example:80 ^ http://A.example:80 ^ A.example ^ 80",
                "http://a.example:/x ^ http://a.example/x ^ a.example ^ -1",
                "http://my_radio:8900/My Station.mp3 ^ http://my_radio:8900/My%20Station.mp3"
                        + " ^ my_radio ^ 8900",
                "http://a/x|y.mp3?q=a b|c ^ http://a/x%7Cy.mp3?q=a%20b%7Cc ^ a ^ -1",
                "http://a/{x}[1]` ^ http://a/%7Bx%7D%5B1%5D%60 ^ a ^ -1",
                "http://a/ü/100%/%41%zz ^ http://a/%C3%BC/100%25/%41%25zz ^ a ^ -1",
                "http://müller.example/ ^ http://xn--mller-kva.example/"
                        + " ^ xn--mller-kva.example ^ -1",
                "http://a;b@host/;x ^ http://a;b@host/;x ^ host ^ -1",
                "http://me@a.example:p@ss@host/ ^ http://me%40a.example:p%40ss@host/ ^ host ^ -1",
                "http://[::1]:8000/x ^ http://[::1]:8000/x ^ ::1 ^ 8000",
                "https://a#k=1&f=ü ^ https://a#k=1&f=%C3%BC ^ a ^ -1",
            })
    void whatABrowserOpensIsAnAddress(String text, String uri, String host, int port) {
        WebAddress.Reading reading = WebAddress.parse(text);
        assertThat(reading).isInstanceOf(WebAddress.Read.class);
        WebAddress address = ((WebAddress.Read) reading).address();
        assertThat(address.uri().toString()).isEqualTo(uri);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "radio.example ^ SCHEME ^ radio.example",
                "ftp://radio.example/ ^ SCHEME ^ ftp",
                "file:///etc/passwd ^ SCHEME ^ file",
                "http:radio ^ SCHEME ^ http:radio",
                "http:// ^ HOST ^ ''",
                "http:///x ^ HOST ^ ''",
                "http://a b/ ^ HOST ^ a b",
                "http://a%41/ ^ HOST ^ a%41",
                "http://[::1/ ^ HOST ^ [::1/",
                "http://[zz]/ ^ HOST ^ [zz]",
                "http://a:b/ ^ PORT ^ b",
                "http://a:0/ ^ PORT ^ 0",
                "http://a:65536/ ^ PORT ^ 65536",
                "http://a:-1/ ^ PORT ^ -1",
            })
    void whatIsWrongIsNamed(String text, WebAddress.Part part, String wrong) {
        assertThat(WebAddress.parse(text)).isEqualTo(new WebAddress.Wrong(part, wrong));
    }

    /// A colon in a name ends no scheme.
    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "12:30 News.mp3 ^ http://radio.example/lists/12:30%20News.mp3",
                "../:x ^ http://radio.example/:x",
                "/a:b ^ http://radio.example/a:b",
                "?a=b:c ^ http://radio.example/lists/?a=b:c",
                "//other.example/a ^ http://other.example/a",
            })
    void whatADocumentNamesIsBesideIt(String text, String meant) {
        WebAddress list =
                ((WebAddress.Read) WebAddress.parse("http://radio.example/lists/day.m3u"))
                        .address();
        assertThat(list.resolve(text).orElseThrow().uri().toString()).isEqualTo(meant);
        assertThat(list.resolve("[::1]/x")).isPresent();
    }
}
