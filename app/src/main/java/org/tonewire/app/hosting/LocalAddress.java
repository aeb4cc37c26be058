package org.tonewire.app.hosting;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.invite.HostText;

/// Finds the address at which other computers reach this one.
final class LocalAddress {
    /// Documentation addresses (RFC 5737, RFC 3849): connecting a UDP socket to them selects a
    /// route and sends nothing.
    private static final List<InetSocketAddress> DOCUMENTATION_ADDRESSES =
            List.of(
                    new InetSocketAddress("198.51.100.1", 9),
                    new InetSocketAddress("2001:db8::1", 9));

    private LocalAddress() {}

    static String find() {
        List<InetAddress> outward =
                DOCUMENTATION_ADDRESSES.stream().flatMap(far -> towards(far).stream()).toList();
        return HostText.of(AddressChoice.best(outward, own()));
    }

    private static Optional<InetAddress> towards(InetSocketAddress far) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(far);
            return Optional.of(socket.getLocalAddress());
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static List<AddressChoice.Candidate> own() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .filter(LocalAddress::isUp)
                    .flatMap(each ->
                            each.inetAddresses()
                                    .map(address ->
                                            new AddressChoice.Candidate(each.getIndex(), address)))
                    .toList();
        } catch (SocketException _) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface candidate) {
        try {
            return candidate.isUp() && !candidate.isLoopback();
        } catch (SocketException _) {
            return false;
        }
    }
}
