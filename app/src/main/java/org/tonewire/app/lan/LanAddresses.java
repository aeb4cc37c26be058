package org.tonewire.app.lan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where this computer stands in networks of its own neighbourhood.
final class LanAddresses {
    private static final int MAX_ADDRESSES = 4;

    private LanAddresses() {}

    /// One address of each interface that can send to many, without the loopback: IPv4 where it has
    /// that, since every computer of its network hears it.
    static List<InetAddress> find() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .filter(LanAddresses::reachesNeighbours)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(each -> best(each.inetAddresses()).stream())
                    .limit(MAX_ADDRESSES)
                    .toList();
        } catch (SocketException _) {
            return List.of();
        }
    }

    /// An address of the link alone is no good in IPv6: who reads it cannot tell on which link.
    static Optional<InetAddress> best(Stream<InetAddress> ofOneInterface) {
        return ofOneInterface
                .filter(address -> address instanceof Inet4Address || !address.isLinkLocalAddress())
                .min(Comparator.comparing(address -> !(address instanceof Inet4Address)));
    }

    private static boolean reachesNeighbours(NetworkInterface candidate) {
        try {
            return candidate.isUp()
                    && candidate.supportsMulticast()
                    && !candidate.isLoopback()
                    && !candidate.isPointToPoint();
        } catch (SocketException _) {
            return false;
        }
    }
}
