package org.tonewire.signaling.server.limit;

/// What one client may use up.
///
/// @param messageBytes in one message
/// @param messagesPerSecond on average; three times as many may come at once
/// @param socketsPerAddress from one IPv4 address or one IPv6 /64
/// @param sockets together
/// @param unsentBytes that wait for a client that reads slowly; more, and it is cut off
public record SocketLimits(
        int messageBytes,
        int messagesPerSecond,
        int socketsPerAddress,
        int sockets,
        int unsentBytes) {
    public static final SocketLimits DEFAULT =
            new SocketLimits(64 * 1024, 200, 128, 10_000, 1024 * 1024);

    public SocketLimits withMessagesPerSecond(int count) {
        return new SocketLimits(messageBytes, count, socketsPerAddress, sockets, unsentBytes);
    }

    public SocketLimits withSocketsPerAddress(int count) {
        return new SocketLimits(messageBytes, messagesPerSecond, count, sockets, unsentBytes);
    }

    public SocketLimits withUnsentBytes(int bytes) {
        return new SocketLimits(messageBytes, messagesPerSecond, socketsPerAddress, sockets, bytes);
    }
}
