package org.tonewire.app.media.decode;

import java.math.BigInteger;
import java.net.InetAddress;
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
        String host = address.host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (isExempt(host, environment)) {
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
