package org.tonewire.app.hosting;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.invite.HostText;

/// Finds the addresses at which other computers reach this one.
final class LocalAddress {
    /// Documentation addresses (RFC 5737, RFC 3849): connecting a UDP socket to them selects a
    /// route and sends nothing.
    private static final List<InetSocketAddress> DOCUMENTATION_ADDRESSES =
            List.of(
                    new InetSocketAddress("198.51.100.1", 9),
                    new InetSocketAddress("2001:db8::1", 9));

    private LocalAddress() {}

    /// The best first; empty where nobody reaches this computer.
    static List<String> find() {
        List<InetAddress> outward =
                DOCUMENTATION_ADDRESSES.stream().flatMap(far -> towards(far).stream()).toList();
        return AddressChoice.ranked(outward, table()).stream().map(HostText::of).toList();
    }

    private static Optional<InetAddress> towards(InetSocketAddress far) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(far);
            return Optional.of(socket.getLocalAddress());
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static List<AddressChoice.Interface> table() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces.flatMap(each -> row(each).stream()).toList();
        } catch (SocketException _) {
            return List.of();
        }
    }

    /// Empty for one that is down, and for the loopback.
    private static Optional<AddressChoice.Interface> row(NetworkInterface each) {
        try {
            if (!each.isUp() || each.isLoopback()) {
                return Optional.empty();
            }
            return Optional.of(
                    new AddressChoice.Interface(
                            Stream.of(each.getName(), each.getDisplayName())
                                    .filter(Objects::nonNull)
                                    .toList(),
                            each.getIndex(),
                            each.isPointToPoint(),
                            each.inetAddresses().toList()));
        } catch (SocketException _) {
            return Optional.empty();
        }
    }
}
