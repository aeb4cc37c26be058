package org.tonewire.signaling.server.limit;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tonewire.signaling.room.event.ClientNetwork;

/// Counts the WebSockets of each address. Thread-safe.
public final class SocketCount {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final ConcurrentHashMap<ByteBuffer, Integer> counts = new ConcurrentHashMap<>();

    /// Counts one more socket. False if the limit is reached; then it is not counted.
    public boolean tryAdd(InetAddress address, SocketLimits limits) {
        int limit =
                address.isLoopbackAddress() ? limits.socketsFromHere() : limits.socketsPerAddress();
        boolean[] added = {false};
        counts.compute(
                key(address),
                (_, count) -> {
                    int before = count == null ? 0 : count;
                    added[0] = before < limit;
                    return added[0] ? Integer.valueOf(before + 1) : count;
                });
        return added[0];
    }

    /// Counts one socket less.
    public void remove(InetAddress address) {
        counts.computeIfPresent(key(address), (_, count) -> count > 1 ? count - 1 : null);
    }

    /// What counts as one network; empty for this computer, where proxies run.
    public static Optional<ClientNetwork> network(InetAddress address) {
        return address.isLoopbackAddress()
                ? Optional.empty()
                : Optional.of(new ClientNetwork(HexFormat.of().formatHex(key(address).array())));
    }

    /// The address, or the /64 network of an IPv6 address, as a household has a whole network of
    /// them.
    private static ByteBuffer key(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(
                bytes.length > IPV6_NETWORK_BYTES
                        ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)
                        : bytes);
    }
}
