package org.tonewire.app.core.ice;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a STUN or TURN server (RFC 7064 section 3.1, RFC 7065 section 3.1), stricter than
/// the standard where native code is: no percent-encoding, no zones of IPv6 addresses, and names in
/// the letters of the Domain Name System (an international name in its `xn--` form). Underscores
/// are allowed, as local name services use them.
sealed interface IceAddress {
    /// Far above the longest name, port and transport.
    int MAX_LENGTH = 300;

    int MAX_NAME = 253;

    Pattern PARTS =
            Pattern.compile(
                    "(?<scheme>[A-Za-z]+):(?<host>\\[[^\\]]*\\]|[^:?\\[\\]]*)"
                            + "(?<port>:[^?]*)?(?<query>\\?.*)?");
    Pattern SCHEME = Pattern.compile("(?i)(stun|turn)s?:.*", Pattern.DOTALL);
    Pattern PORT = Pattern.compile(":[0-9]{1,5}");
    Pattern TRANSPORT = Pattern.compile("\\?transport=(udp|tcp)");
    Pattern NAME =
            Pattern.compile(
                    "(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\\.(?!$)|\\.?$))+");
    Pattern LAST_LABEL_IS_NUMBER = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");

    /// @param uri scheme in lower case, port without leading zeros
    /// @param relay whether it is a TURN server
    record Parsed(String uri, boolean relay) implements IceAddress {}

    record Refused(IceRefusal why) implements IceAddress {}

    static IceAddress parse(String text) {
        String address = text.strip();
        if (!SCHEME.matcher(address).matches()) {
            return new Refused(IceRefusal.SCHEME);
        }
        Matcher parts = PARTS.matcher(address);
        if (address.length() > MAX_LENGTH || !parts.matches() || !isHost(parts.group("host"))) {
            return new Refused(IceRefusal.HOST);
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        boolean relay = scheme.startsWith("turn");
        String port = parts.group("port") == null ? "" : parts.group("port");
        if (!port.isEmpty() && !isPort(port)) {
            return new Refused(IceRefusal.PORT);
        }
        String query =
                parts.group("query") == null ? "" : parts.group("query").toLowerCase(Locale.ROOT);
        if (!query.isEmpty() && !(relay && TRANSPORT.matcher(query).matches())) {
            return new Refused(IceRefusal.TRANSPORT);
        }
        String plainPort = port.isEmpty() ? "" : ":" + Integer.parseInt(port.substring(1));
        return new Parsed(scheme + ":" + parts.group("host") + plainPort + query, relay);
    }

    private static boolean isPort(String text) {
        if (!PORT.matcher(text).matches()) {
            return false;
        }
        int port = Integer.parseInt(text.substring(1));
        return port >= 1 && port <= 65_535;
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return isIpv6(host.substring(1, host.length() - 1));
        }
        if (host.isEmpty() || host.length() > MAX_NAME || !NAME.matcher(host).matches()) {
            return false;
        }
        return !LAST_LABEL_IS_NUMBER.matcher(host).matches() || isIpv4(host);
    }

    private static boolean isIpv4(String text) {
        try {
            return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")
                    && Inet4Address.ofLiteral(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isIpv6(String text) {
        try {
            return text.matches("[0-9A-Fa-f:.]{2,45}") && Inet6Address.ofLiteral(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
