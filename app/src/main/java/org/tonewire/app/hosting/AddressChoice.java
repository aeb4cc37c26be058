package org.tonewire.app.hosting;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Chooses the address in invites. The choice is deterministic.
final class AddressChoice {
    private static final Comparator<Candidate> ORDER =
            Comparator.comparing((Candidate own) -> Reachability.of(own.address()))
                    .thenComparingInt(Candidate::interfaceIndex)
                    .thenComparing(own -> own.address().getAddress(), Arrays::compareUnsigned);

    /// From most reachable to unreachable.
    private enum Reachability {
        IPV4,
        IPV6,
        IPV6_OF_A_SITE,
        IPV4_OF_A_LINK,
        NOBODY;

        static Reachability of(InetAddress address) {
            if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
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

        boolean isWide() {
            return this != NOBODY && this != IPV4_OF_A_LINK;
        }
    }

    /// One address of this computer.
    ///
    /// @param interfaceIndex the system's index; hardware interfaces come before virtual ones
    record Candidate(int interfaceIndex, InetAddress address) {}

    private AddressChoice() {}

    /// The first routable outbound address, else the best of all addresses. IPv6 link-local
    /// addresses are never used, because the receiver cannot know their scope. If this computer is
    /// unreachable, the result is the loopback address.
    ///
    /// @param outward source addresses of packets to the internet, IPv4 first
    static InetAddress best(List<InetAddress> outward, List<Candidate> own) {
        Optional<InetAddress> out =
                outward.stream().filter(address -> Reachability.of(address).isWide()).findFirst();
        Stream<Candidate> reachable =
                own.stream().filter(o -> Reachability.of(o.address()) != Reachability.NOBODY);
        return out.or(() -> reachable.min(ORDER).map(Candidate::address))
                .orElseGet(InetAddress::getLoopbackAddress);
    }
}
