package org.tonewire.signaling.protocol.ice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The STUN and TURN servers that a signaling server names to its members, each member with a login
/// of its own that expires. Immutable.
///
/// @param addresses in the order in which clients are told
/// @param secret shared with the TURN servers; needed if there are any
/// @param lifetime of a login
public record IceService(
        List<IceAddress.Parsed> addresses, Optional<TurnSecret> secret, Duration lifetime) {
    public static final Duration USUAL_LIFETIME = Duration.ofHours(12);
    public static final Duration SHORTEST = Duration.ofSeconds(10);
    public static final Duration LONGEST = Duration.ofDays(7);

    /// A client asks all of them, for each participant.
    public static final int MAX_ADDRESSES = 8;

    /// Names none.
    public static final IceService NONE =
            new IceService(List.of(), Optional.empty(), USUAL_LIFETIME);

    public IceService {
        addresses = List.copyOf(addresses);
        boolean relays = addresses.stream().anyMatch(IceAddress.Parsed::relay);
        if (relays && secret.isEmpty()) {
            throw new IllegalArgumentException("TURN servers need a secret");
        }
        if (addresses.size() > MAX_ADDRESSES
                || lifetime.compareTo(SHORTEST) < 0
                || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("beyond the limits");
        }
    }

    /// The servers for one client, whose login holds from now on for the lifetime.
    ///
    /// @param id tells clients apart at the TURN server; it gets to know it
    public List<NamedIceServer> name(String id, Instant now) {
        List<NamedIceServer> named = new ArrayList<>();
        List<String> plain = uris(false);
        if (!plain.isEmpty()) {
            named.add(new NamedIceServer(plain, Optional.empty()));
        }
        List<String> relays = uris(true);
        if (!relays.isEmpty()) {
            named.add(
                    new NamedIceServer(
                            relays, secret.map(shared -> shared.login(id, now.plus(lifetime)))));
        }
        return named;
    }

    /// After how long a client gets another login; empty if there are no logins.
    public Optional<Duration> renewAfter() {
        return uris(true).isEmpty()
                ? Optional.empty()
                : Optional.of(lifetime.multipliedBy(3).dividedBy(4));
    }

    private List<String> uris(boolean relay) {
        return addresses.stream()
                .filter(address -> address.relay() == relay)
                .map(IceAddress.Parsed::uri)
                .toList();
    }
}
