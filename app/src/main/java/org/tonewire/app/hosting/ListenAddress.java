package org.tonewire.app.hosting;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.stream.Stream;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.invite.HostText;

/// The address that a server binds. A socket bound to `::` accepts IPv4 too; a computer without
/// IPv6 has no such socket.
final class ListenAddress {
    private static final String EVERYWHERE_IN_IPV4 = "0.0.0.0";

    private ListenAddress() {}

    /// @param wanted as in [ServerRequest#host()]
    static String of(String wanted) {
        return of(wanted, hasIpv6());
    }

    static String of(String wanted, boolean ipv6) {
        String host = HostText.bare(wanted);
        return host.equals(ServerRequest.EVERYWHERE) && !ipv6 ? EVERYWHERE_IN_IPV4 : host;
    }

    private static boolean hasIpv6() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return interfaces
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(Inet6Address.class::isInstance);
        } catch (SocketException _) {
            return false;
        }
    }
}
