package org.tonewire.app.lan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Addresses of this computer on local networks.
final class LanAddresses {
    private static final int MAX_ADDRESSES = 4;

    private LanAddresses() {}

    /// One address of each multicast interface, except loopback: IPv4 if available, because every
    /// computer on the network receives it.
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

    /// The best address of an interface. IPv6 link-local addresses are excluded: a receiver cannot
    /// know their scope.
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
