package org.tonewire.app.media.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.address.WebAddress;

/// The proxy that the environment asks for, by the rules of other tools (curl): `http_proxy`,
/// `https_proxy`, `all_proxy`, and the hosts in `no_proxy`. Upper case is read too, but for
/// `HTTP_PROXY`, which a web server sets from a request's header.
final class WebProxy {
    private static final String SCHEME = "http://";

    private WebProxy() {}

    /// @return as FFmpeg takes it, `http://HOST:PORT`; empty for a direct connection
    static Optional<String> of(WebAddress address, Map<String, String> environment) {
        if (isExempt(address.host().toLowerCase(Locale.ROOT), environment)) {
            return Optional.empty();
        }
        String scheme = address.uri().getScheme();
        Stream<String> names =
                scheme.equals("https")
                        ? Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                        : Stream.of("http_proxy", "all_proxy", "ALL_PROXY");
        return names.map(name -> environment.getOrDefault(name, "").strip())
                .filter(proxy -> !proxy.isEmpty())
                .findFirst()
                .map(proxy -> proxy.contains("://") ? proxy : SCHEME + proxy)
                .filter(proxy -> proxy.startsWith(SCHEME));
    }

    private static boolean isExempt(String host, Map<String, String> environment) {
        String list =
                environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .map(each -> each.replaceFirst("^\\*?\\.(?=.)", ""))
                .filter(each -> !each.isEmpty())
                .anyMatch(
                        each -> each.equals("*") || host.equals(each) || host.endsWith("." + each));
    }
}
