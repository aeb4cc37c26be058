package org.tonewire.app.hosting;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of a computer's addresses its invites carry. The same addresses make the same choice.
final class AddressChoice {
    private static final Comparator<Own> ORDER =
            Comparator.comparing((Own own) -> Reach.of(own.address()))
                    .thenComparingInt(Own::interfaceIndex)
                    .thenComparing(own -> own.address().getAddress(), Arrays::compareUnsigned);

    /// From where most others can reach it, to where nobody can.
    private enum Reach {
        IPV4,
        IPV6,
        IPV6_OF_A_SITE,
        IPV4_OF_A_LINK,
        NOBODY;

        static Reach of(InetAddress address) {
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
    /// @param interfaceIndex as the system counts: those of hardware come before those that
    ///   programs add
    record Own(int interfaceIndex, InetAddress address) {}

    private AddressChoice() {}

    /// The first of those that lead out of this network, else the best of all. An IPv6 address of a
    /// link is never taken: it says nothing to who does not know by which of their interfaces.
    /// Where nobody can reach this computer, it is the loopback address, which holds here at least.
    ///
    /// @param outward what packets to the rest of the world would be sent from, IPv4 first
    static InetAddress best(List<InetAddress> outward, List<Own> own) {
        Optional<InetAddress> out =
                outward.stream().filter(address -> Reach.of(address).isWide()).findFirst();
        Stream<Own> reached = own.stream().filter(o -> Reach.of(o.address()) != Reach.NOBODY);
        return out.or(() -> reached.min(ORDER).map(Own::address))
                .orElseGet(InetAddress::getLoopbackAddress);
    }
}
