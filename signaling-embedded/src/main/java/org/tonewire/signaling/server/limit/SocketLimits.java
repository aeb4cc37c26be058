package org.tonewire.signaling.server.limit;

import org.tonewire.signaling.protocol.rate.MessageRate;

/// The limits of WebSockets.
///
/// @param messageBytes of one message
/// @param messagesPerSecond on average; three times as many may arrive at once, and a long one
///   counts as several
/// @param socketsPerAddress from one IPv4 address or one IPv6 /64 network
/// @param socketsFromHere from this computer, where a proxy brings the clients of all addresses
/// @param sockets in total
/// @param unsentBytes that may wait for a client that reads slowly; of more, those relayed from the
///   sender that sent most are dropped
public record SocketLimits(
        int messageBytes,
        int messagesPerSecond,
        int socketsPerAddress,
        int socketsFromHere,
        int sockets,
        int unsentBytes) {
    public static final SocketLimits DEFAULT =
            new SocketLimits(64 * 1024, 200, 256, 20_000, 20_000, 1024 * 1024);

    private static final int BURST_SECONDS = 3;

    /// The rate of the messages of one socket, from now on.
    public MessageRate messageRate(long nowNanos) {
        return new MessageRate(BURST_SECONDS * messagesPerSecond, messagesPerSecond, nowNanos);
    }

    public SocketLimits withMessageBytes(int bytes) {
        return new SocketLimits(
                bytes, messagesPerSecond, socketsPerAddress, socketsFromHere, sockets, unsentBytes);
    }

    public SocketLimits withMessagesPerSecond(int count) {
        return new SocketLimits(
                messageBytes, count, socketsPerAddress, socketsFromHere, sockets, unsentBytes);
    }

    public SocketLimits withSocketsPerAddress(int count) {
        return new SocketLimits(
                messageBytes, messagesPerSecond, count, socketsFromHere, sockets, unsentBytes);
    }

    public SocketLimits withSocketsFromHere(int count) {
        return new SocketLimits(
                messageBytes, messagesPerSecond, socketsPerAddress, count, sockets, unsentBytes);
    }

    public SocketLimits withSockets(int count) {
        return new SocketLimits(
                messageBytes,
                messagesPerSecond,
                socketsPerAddress,
                socketsFromHere,
                count,
                unsentBytes);
    }

    public SocketLimits withUnsentBytes(int bytes) {
        return new SocketLimits(
                messageBytes,
                messagesPerSecond,
                socketsPerAddress,
                socketsFromHere,
                sockets,
                bytes);
    }
}
