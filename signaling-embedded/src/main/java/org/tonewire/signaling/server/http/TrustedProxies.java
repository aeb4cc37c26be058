package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.IpNetwork;

/// The networks of proxies whose word about their clients is taken. What others send in these
/// headers changes nothing. Immutable.
public record TrustedProxies(Set<IpNetwork> networks) {
    public static final TrustedProxies NONE = new TrustedProxies(Set.of());

    private static final String CHAIN = "X-Forwarded-For";
    private static final int MAX_CHAIN = 32;

    public TrustedProxies {
        networks = Set.copyOf(networks);
    }

    boolean trusts(InetAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /// The address of the client. Each proxy adds to `X-Forwarded-For` who asked it, so the chain
    /// is read from its end, as far as those who wrote it are trusted.
    ///
    /// @param peer the other end of the connection
    public InetAddress client(InetAddress peer, HttpHeaders headers) {
        InetAddress client = peer;
        for (String hop : chain(headers).reversed()) {
            Optional<InetAddress> before = trusts(client) ? address(hop) : Optional.empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private static List<String> chain(HttpHeaders headers) {
        List<String> hops = new ArrayList<>();
        for (String header : headers.getAll(CHAIN)) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        return hops.subList(Math.max(0, hops.size() - MAX_CHAIN), hops.size());
    }

    /// Some proxies add the port, and brackets then.
    private static Optional<InetAddress> address(String hop) {
        String text = hop.strip();
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? Optional.empty() : IpNetwork.literal(text.substring(1, end));
        }
        boolean hasPort = text.indexOf(':') == text.lastIndexOf(':');
        return IpNetwork.literal(hasPort ? text.replaceFirst(":\\d{1,5}$", "") : text);
    }
}
