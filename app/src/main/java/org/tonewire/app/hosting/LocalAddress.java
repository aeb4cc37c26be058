package org.tonewire.app.hosting;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the address by which others in the network reach this computer.
final class LocalAddress {
    private static final String LOOPBACK = "127.0.0.1";

    /// An address of nobody's (RFC 5737): asking which way packets would go there sends none.
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("198.51.100.1", 9);

    private LocalAddress() {}

    /// The address of the interface that leads out, else any of this computer's, else the loopback.
    static String find() {
        return outward().or(LocalAddress::any).orElse(LOOPBACK);
    }

    private static Optional<String> outward() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(FAR_AWAY);
            return usable(socket.getLocalAddress())
                    ? Optional.of(socket.getLocalAddress().getHostAddress())
                    : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> any() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .filter(LocalAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(LocalAddress::usable)
                    .min(Comparator.comparingInt(address -> address.getAddress().length))
                    .map(InetAddress::getHostAddress);
        } catch (SocketException _) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp() && !candidate.isLoopback();
        } catch (SocketException _) {
            return false;
        }
    }

    private static boolean usable(InetAddress address) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress();
    }
}
