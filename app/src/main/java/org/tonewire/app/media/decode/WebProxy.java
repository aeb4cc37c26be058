package org.tonewire.app.media.decode;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonewire.app.core.address.WebAddress;

/// The proxy that the environment asks for, by the rules of other tools (curl): `http_proxy`,
/// `https_proxy`, `all_proxy`, and the hosts in `no_proxy`. Upper case is read too, but for
/// `HTTP_PROXY`, which a web server sets from a request's header. FFmpeg knows HTTP proxies that
/// are reached without TLS only. Another one is not gone past: who set it may want that nothing is
/// sent in another way.
final class WebProxy {
    private static final String SCHEME = "http://";
    private static final Pattern OTHER_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

    private final Map<String, String> environment;

    WebProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static WebProxy ofEnvironment() {
        return new WebProxy(System.getenv());
    }

    /// How to reach an address.
    sealed interface Way {
        record Direct() implements Way {}

        /// @param proxy as FFmpeg takes it, `http://HOST:PORT`
        record Through(String proxy) implements Way {}

        /// @param proxy the variable and what it begins with: the rest may have a password
        record Unsupported(String proxy) implements Way {}
    }

    Way to(WebAddress address) {
        String host = address.host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (isExempt(host)) {
            return new Way.Direct();
        }
        String scheme = address.uri().getScheme();
        Stream<String> names =
                scheme.equals("https")
                        ? Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                        : Stream.of("http_proxy", "all_proxy", "ALL_PROXY");
        return names.filter(name -> !value(name).isEmpty())
                .findFirst()
                .map(name -> way(name, value(name)))
                .orElseGet(Way.Direct::new);
    }

    private String value(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static Way way(String name, String value) {
        Matcher written = OTHER_SCHEME.matcher(value);
        if (!written.matches()) {
            return new Way.Through(SCHEME + value);
        }
        String scheme = written.group(1).toLowerCase(Locale.ROOT) + "://";
        return scheme.equals(SCHEME)
                ? new Way.Through(SCHEME + value.substring(SCHEME.length()))
                : new Way.Unsupported(name + "=" + scheme + "…");
    }

    private boolean isExempt(String host) {
        String list =
                environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .map(each -> each.replaceFirst("^\\*?\\.(?=.)", ""))
                .map(each -> each.replaceAll("[\\[\\]]|\\.$", ""))
                .filter(each -> !each.isEmpty())
                .anyMatch(each ->
                        each.equals("*")
                                || host.equals(each)
                                || host.endsWith("." + each)
                                || isInRange(host, each));
    }

    /// Whether a host that is written as a number is in a range like `10.0.0.0/8` or `fd00::/8`.
    private static boolean isInRange(String host, String range) {
        String[] parts = range.split("/", -1);
        if (parts.length != 2) {
            return false;
        }
        try {
            byte[] own = InetAddress.ofLiteral(host).getAddress();
            byte[] first = InetAddress.ofLiteral(parts[0]).getAddress();
            int free = Byte.SIZE * own.length - Integer.parseUnsignedInt(parts[1]);
            return own.length == first.length
                    && free >= 0
                    && free <= Byte.SIZE * own.length
                    && shifted(own, free).equals(shifted(first, free));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static BigInteger shifted(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(bits);
    }
}
