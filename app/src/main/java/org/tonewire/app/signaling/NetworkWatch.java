package org.tonewire.app.signaling;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Detects new usable addresses of this computer. Owned by one thread.
final class NetworkWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);

    private final Supplier<Set<String>> addresses;
    private Set<String> known;

    /// @param addresses the addresses that can be used at present
    NetworkWatch(Supplier<Set<String>> addresses) {
        this.addresses = addresses;
        this.known = addresses.get();
    }

    static NetworkWatch ofThisComputer() {
        return new NetworkWatch(NetworkWatch::usable);
    }

    /// Whether an address was added since the last call.
    boolean hasMore() {
        Set<String> before = known;
        known = addresses.get();
        return !before.containsAll(known);
    }

    private static Set<String> usable() {
        try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
            return all.filter(NetworkWatch::isUp)
                    .flatMap(each ->
                            each.inetAddresses().map(at -> each.getName() + at.getHostAddress()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            LOG.debug("the addresses of this computer cannot be read", e);
            return Set.of();
        }
    }

    /// Whether the interface has a carrier.
    private static boolean isUp(NetworkInterface each) {
        try {
            return each.isUp();
        } catch (SocketException _) {
            return false;
        }
    }
}
