package org.tonewire.app.core.invite;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The name or address of a computer that an invite may carry, so that whoever gets the invite can
/// read it.
public final class AdvertisedHost {
    private static final int MAX_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /// IPv4 addresses from 224.0.0.0 on belong to groups, or to nobody (RFC 1112).
    private static final int FIRST_OF_GROUPS = 224;

    private AdvertisedHost() {}

    /// Reads what a person wrote, and gives it the form it has in invites: a name in lower case and
    /// ASCII (RFC 5891), an address in its shortest form (RFC 5952). Empty for what is neither, or
    /// leads nowhere: with a port, with the name of an interface (`%eth0`), `0.0.0.0`, `::`, a
    /// group's address, IPv6 of a link (`fe80::…`).
    public static Optional<String> parse(String text) {
        String host = HostText.bare(text);
        return host.contains(":") || DIGITS.matcher(host).matches() ? address(host) : name(host);
    }

    private static Optional<String> address(String host) {
        if (!ADDRESS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return leadsSomewhere(address) ? Optional.of(HostText.of(address)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean leadsSomewhere(InetAddress address) {
        if (address instanceof Inet4Address) {
            int first = Byte.toUnsignedInt(address.getAddress()[0]);
            return first > 0 && first < FIRST_OF_GROUPS;
        }
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }

    private static Optional<String> name(String written) {
        String text = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        try {
            String name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            String[] labels = name.split("\\.", -1);
            boolean whole =
                    name.length() <= MAX_NAME
                            && Stream.of(labels).allMatch(label -> LABEL.matcher(label).matches());
            boolean beginsAsAName = !Character.isDigit(labels[labels.length - 1].charAt(0));
            return whole && beginsAsAName ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
