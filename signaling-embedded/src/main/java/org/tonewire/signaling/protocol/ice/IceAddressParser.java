package org.tonewire.signaling.protocol.ice;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the addresses of STUN and TURN servers. Pure.
final class IceAddressParser {
    /// Far above the longest name, port and transport.
    private static final int MAX_LENGTH = 300;

    private static final int MAX_NAME = 253;

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<scheme>[A-Za-z]+):(?<host>\\[[^\\]]*\\]|[^:?\\[\\]]*)"
                            + "(?<port>:[^?]*)?(?<query>\\?.*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)(stun|turn)s?:.*", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
    private static final Pattern TRANSPORT = Pattern.compile("\\?transport=(udp|tcp)");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(?:\\.(?!$)|\\.?$))+");
    private static final Pattern LAST_LABEL_IS_NUMBER = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");

    private IceAddressParser() {}

    static IceAddress parse(String text) {
        String address = text.strip();
        if (!SCHEME.matcher(address).matches()) {
            return new IceAddress.Refused(IceAddress.Fault.SCHEME);
        }
        Matcher parts = PARTS.matcher(address);
        if (address.length() > MAX_LENGTH || !parts.matches() || !isHost(parts.group("host"))) {
            return new IceAddress.Refused(IceAddress.Fault.HOST);
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        boolean relay = scheme.startsWith("turn");
        String port = parts.group("port") == null ? "" : parts.group("port");
        if (!port.isEmpty() && !isPort(port)) {
            return new IceAddress.Refused(IceAddress.Fault.PORT);
        }
        String query =
                parts.group("query") == null ? "" : parts.group("query").toLowerCase(Locale.ROOT);
        if (!query.isEmpty() && !(relay && TRANSPORT.matcher(query).matches())) {
            return new IceAddress.Refused(IceAddress.Fault.TRANSPORT);
        }
        String plainPort = port.isEmpty() ? "" : ":" + Integer.parseInt(port.substring(1));
        return new IceAddress.Parsed(scheme + ":" + parts.group("host") + plainPort + query, relay);
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
