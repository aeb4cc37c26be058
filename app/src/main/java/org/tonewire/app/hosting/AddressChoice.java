package org.tonewire.app.hosting;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Chooses the address in invites from the table of this computer's network interfaces. The choice
/// is deterministic (decision 0057).
final class AddressChoice {
    private AddressChoice() {}

    /// One network interface that is up.
    ///
    /// @param names what the system calls it: `eth0`, and on Windows also a description
    /// @param index the system's number of it
    /// @param pointToPoint whether it has one neighbour, as tunnels have
    record Interface(
            List<String> names, int index, boolean pointToPoint, List<InetAddress> addresses) {
        Interface {
            names = List.copyOf(names);
            addresses = List.copyOf(addresses);
        }

        boolean has(Set<InetAddress> some) {
            return addresses.stream().anyMatch(some::contains);
        }
    }

    /// What an address leads to, from the nearest to the least useful.
    private enum Kind {
        IPV4,
        IPV6,
        IPV6_OF_A_SITE,
        IPV4_OF_A_LINK,
        NOBODY;

        static Kind of(InetAddress address) {
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isMulticastAddress()) {
                return NOBODY;
            }
            if (address instanceof Inet4Address) {
                return address.isLinkLocalAddress() ? IPV4_OF_A_LINK : IPV4;
            }
            if (address.isLinkLocalAddress()) {
                return NOBODY;
            }
            return isUniqueLocal(address) ? IPV6_OF_A_SITE : IPV6;
        }

        /// RFC 4193.
        private static boolean isUniqueLocal(InetAddress address) {
            return (address.getAddress()[0] & 0xfe) == 0xfc;
        }
    }

    /// One address, with what decides about its place.
    private record Ranked(Medium medium, Kind kind, boolean outward, int index, InetAddress own) {
        static final Comparator<Ranked> ORDER =
                Comparator.comparing(Ranked::medium)
                        .thenComparing(ranked -> !ranked.outward())
                        .thenComparing(Ranked::kind)
                        .thenComparingInt(Ranked::index)
                        .thenComparing(
                                ranked -> ranked.own().getAddress(), Arrays::compareUnsigned);
    }

    /// The addresses that other computers may reach, the best first. Interfaces of hardware come
    /// before tunnels, and these before the networks of virtual machines and containers; among the
    /// same, the address by which packets leave for the internet, then IPv4 before IPv6. IPv6
    /// link-local addresses are left out, because the receiver cannot know their scope; so is the
    /// loopback.
    ///
    /// @param outward source addresses of packets to the internet
    static List<InetAddress> ranked(List<InetAddress> outward, List<Interface> table) {
        Set<InetAddress> routed = Set.copyOf(outward);
        return table.stream()
                .flatMap(each -> ranked(each, routed))
                .sorted(Ranked.ORDER)
                .map(Ranked::own)
                .distinct()
                .toList();
    }

    private static Stream<Ranked> ranked(Interface of, Set<InetAddress> routed) {
        Medium medium = Medium.of(of.names(), of.pointToPoint(), of.has(routed));
        return of.addresses().stream()
                .map(own -> new Ranked(medium, Kind.of(own), isOut(own, routed), of.index(), own))
                .filter(ranked -> ranked.kind() != Kind.NOBODY);
    }

    /// An address of the link leads nowhere, whatever route the system has by it.
    private static boolean isOut(InetAddress own, Set<InetAddress> routed) {
        return routed.contains(own) && Kind.of(own) != Kind.IPV4_OF_A_LINK;
    }
}
