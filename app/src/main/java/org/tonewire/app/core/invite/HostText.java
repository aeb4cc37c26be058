package org.tonewire.app.core.invite;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.StringJoiner;

/// How hosts are written: in invites, on the command line and in settings.
public final class HostText {
    private static final int GROUPS = 8;

    private HostText() {}

    /// An address in its shortest form (RFC 5952), without the name of an interface, which means
    /// something on one computer only.
    public static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? shortest(ByteBuffer.wrap(six.getAddress()).asShortBuffer())
                : address.getHostAddress();
    }

    /// What a person wrote, without the brackets that an IPv6 address has in a link.
    public static String bare(String host) {
        String text = host.strip();
        return text.startsWith("[") && text.endsWith("]")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /// `HOST:PORT`, an IPv6 address in brackets.
    public static String withPort(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String shortest(ShortBuffer groups) {
        int from = 0;
        int length = 1;
        for (int start = 0; start < GROUPS; start++) {
            int zeros = zerosFrom(groups, start);
            if (zeros > length) {
                from = start;
                length = zeros;
            }
        }
        return length < 2
                ? joined(groups, 0, GROUPS)
                : joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
    }

    private static int zerosFrom(ShortBuffer groups, int start) {
        int end = start;
        while (end < GROUPS && groups.get(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String joined(ShortBuffer groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(Short.toUnsignedInt(groups.get(i))));
        }
        return text.toString();
    }
}
