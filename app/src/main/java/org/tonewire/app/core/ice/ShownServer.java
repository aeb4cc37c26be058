package org.tonewire.app.core.ice;

import java.util.regex.Pattern;
import org.tonewire.app.core.link.IceServer;

/// A server's address as messages show it: without anything that may be a password.
final class ShownServer {
    private static final int MAX_CHARACTERS = 80;

    /// `turn:ada:lovelace@example.org`, as other programs write it.
    private static final Pattern LOGIN =
            Pattern.compile("^([A-Za-z]{1,8}:(?://)?)?.*@", Pattern.DOTALL);

    /// What follows an address, but for a transport.
    private static final Pattern REST =
            Pattern.compile("(?:[\\s,;#]|\\?(?!transport=(?:udp|tcp)$)).*", Pattern.DOTALL);

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    private ShownServer() {}

    static String of(IceServer server) {
        String address = server.uri().strip();
        address = LOGIN.matcher(address).replaceFirst("$1…@");
        address = REST.matcher(address).replaceFirst("…");
        address = UNSEEN.matcher(address).replaceAll("\uFFFD");
        int characters = address.codePointCount(0, address.length());
        return characters <= MAX_CHARACTERS
                ? address
                : address.substring(0, address.offsetByCodePoints(0, MAX_CHARACTERS)) + "…";
    }
}
