package org.tonewire.app.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.media.decode.WebProxy.Way;

class WebProxyTest {
    @ParameterizedTest
    @CsvSource({
        "http://a/, '', ",
        "http://a/, http_proxy=http://p:1, http://p:1",
        "http://a/, http_proxy=p:1, http://p:1",
        "http://a/, HTTP_PROXY=http://p:1, ",
        "http://a/, https_proxy=http://p:1, ",
        "http://a/, ALL_PROXY=http://p:1, http://p:1",
        "http://a/, http_proxy=HTTP://p:1, http://p:1",
        "https://a/, http_proxy=http://p:1, ",
        "https://a/, HTTPS_PROXY=http://p:1, http://p:1",
        "https://a/, https_proxy=http://p:1 HTTPS_PROXY=http://q:1, http://p:1",
        "http://a/, http_proxy=http://p:1 no_proxy=*, ",
        "http://A.b.c/, 'http_proxy=http://p:1 no_proxy=x,b.c', ",
        "http://a.b.c/, http_proxy=http://p:1 NO_PROXY=.b.c, ",
        "http://a.b.c/, http_proxy=http://p:1 no_proxy=*.b.c, ",
        "http://ab.c/, http_proxy=http://p:1 no_proxy=b.c, http://p:1",
        "http://a.b./, http_proxy=http://p:1 no_proxy=a.b, ",
        "http://a.b/, http_proxy=http://p:1 no_proxy=a.b., ",
        "http://10.1.2.3/, http_proxy=http://p:1 no_proxy=10.0.0.0/8, ",
        "http://11.1.2.3/, http_proxy=http://p:1 no_proxy=10.0.0.0/8, http://p:1",
        "http://192.168.3.9/, 'http_proxy=http://p:1 no_proxy=x,192.168.2.0/23', ",
        "http://10.1.2.3/, http_proxy=http://p:1 no_proxy=10.0.0.0/33, http://p:1",
        "http://a.b/, http_proxy=http://p:1 no_proxy=0.0.0.0/0, http://p:1",
        "http://[fd00::1]/, http_proxy=http://p:1 no_proxy=fd00::/8, ",
        "http://[fe80::1]/, http_proxy=http://p:1 no_proxy=fd00::/8, http://p:1",
        "http://[::1]/, http_proxy=http://p:1 no_proxy=[::1], ",
        "http://my_radio:80/, http_proxy=http://p:1 no_proxy=my_radio, ",
    })
    void theEnvironmentChoosesTheProxy(String address, String environment, @Nullable String proxy) {
        assertThat(way(address, environment))
                .isEqualTo(proxy == null ? new Way.Direct() : new Way.Through(proxy));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/, http_proxy=socks5://p:1, http_proxy=socks5://…",
        "http://a/, all_proxy=socks://u:secret@p:1, all_proxy=socks://…",
        "https://a/, HTTPS_PROXY=https://p:1, HTTPS_PROXY=https://…",
        "https://a/, ALL_PROXY=SOCKS5H://p:1, ALL_PROXY=socks5h://…",
        "http://a/, http_proxy=socks5://p:1 all_proxy=http://q:1, http_proxy=socks5://…",
    })
    void aProxyOfAnotherKindIsNamedWithoutItsPassword(
            String address, String environment, String named) {
        assertThat(way(address, environment)).isEqualTo(new Way.Unsupported(named));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a/, all_proxy=socks5://p:1 no_proxy=a",
        "http://a/, https_proxy=socks5://p:1",
        "https://a/, http_proxy=socks5://p:1",
    })
    void aProxyOfAnotherKindIsNoMatterWhereNoneIsWanted(String address, String environment) {
        assertThat(way(address, environment)).isEqualTo(new Way.Direct());
    }

    private static Way way(String address, String environment) {
        Map<String, String> variables =
                Arrays.stream(environment.split(" ", -1))
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        WebAddress read = ((WebAddress.Read) WebAddress.parse(address)).address();
        return new WebProxy(variables).to(read);
    }
}
