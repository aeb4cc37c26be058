package org.tonewire.app.lan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/// Where this computer stands in networks of its own neighbourhood.
final class LanAddresses {
    private static final int MOST = 4;

    private LanAddresses() {}

    /// One IPv4 address of each interface that can send to many, without the loopback.
    static List<InetAddress> find() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .filter(LanAddresses::reachesNeighbours)
                    .flatMap(each ->
                            each.inetAddresses().filter(Inet4Address.class::isInstance).limit(1))
                    .limit(MOST)
                    .toList();
        } catch (SocketException _) {
            return List.of();
        }
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
