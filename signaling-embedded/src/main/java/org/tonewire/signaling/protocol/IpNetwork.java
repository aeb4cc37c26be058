package org.tonewire.signaling.protocol;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A network of IP addresses (RFC 4632, RFC 4291 section 2.3), such as `10.0.0.0/8`, or one
/// address. Immutable.
///
/// @param address the first address
/// @param prefixBits how many leading bits all its addresses share
public record IpNetwork(InetAddress address, int prefixBits) {
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9A-Fa-f:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /// Reads a network as people write it. Asks no name service.
    public static Optional<IpNetwork> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return literal(parts.group(1))
                .flatMap(address -> {
                    int all = address.getAddress().length * Byte.SIZE;
                    int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
                    return bits <= all
                            ? Optional.of(new IpNetwork(address, bits))
                            : Optional.empty();
                });
    }

    /// The address that a text spells; empty if it is anything else, such as a name.
    public static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !text.contains(":")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefixBits;
    }
}
