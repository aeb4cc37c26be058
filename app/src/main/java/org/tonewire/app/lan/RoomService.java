package org.tonewire.app.lan;

import java.net.Inet4Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.HostText;
import org.tonewire.app.shell.NearbyRoom;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Truncation;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// A room as a DNS-SD service (RFC 6763). The instance name is the room's name; the TXT record has
/// `v=1`, `room`, and as in an invite `f`, the certificate's fingerprint, and `o`, the owner.
final class RoomService {
    static final String TYPE = "_tonewire._tcp.local.";

    private static final String VERSION = "1";

    /// A DNS label has up to 63 bytes; the rest is for the number that distinguishes equal names.
    /// The TXT record has the complete name.
    private static final int MAX_NAME_BYTES = 56;

    private RoomService() {}

    static ServiceInfo write(NearbyRoom room) {
        Map<String, String> text = new HashMap<>(Map.of("v", VERSION, "room", room.room().value()));
        room.pin().ifPresent(pin -> text.put("f", pin.text()));
        room.owner().ifPresent(owner -> text.put("o", owner.text()));
        String name = Truncation.toUtf8Bytes(room.room().value(), MAX_NAME_BYTES).strip();
        return ServiceInfo.create(TYPE, name, room.port(), 0, 0, text);
    }

    /// Empty if this is not a valid room: announcements are untrusted.
    static Optional<NearbyRoom> read(ServiceInfo service) {
        @Nullable String version = service.getPropertyString("v");
        @Nullable String name = service.getPropertyString("room");
        @Nullable String pin = service.getPropertyString("f");
        @Nullable String hash = service.getPropertyString("o");
        int port = service.getPort();
        if (!VERSION.equals(version) || name == null || port < 1 || port > 65_535) {
            return Optional.empty();
        }
        Optional<CertificatePin> fingerprint =
                Optional.ofNullable(pin).flatMap(CertificatePin::parse);
        Optional<OwnerHash> owner = Optional.ofNullable(hash).flatMap(OwnerHash::parse);
        if ((pin != null && fingerprint.isEmpty()) || (hash != null && owner.isEmpty())) {
            return Optional.empty();
        }
        return RoomName.parse(name)
                .flatMap(room ->
                        host(service)
                                .map(host -> new NearbyRoom(room, host, port, fingerprint, owner)));
    }

    private static Optional<String> host(ServiceInfo service) {
        Stream<String> four =
                Stream.of(service.getInet4Addresses()).map(Inet4Address::getHostAddress);
        Stream<String> six =
                Stream.of(service.getInet6Addresses())
                        .filter(address -> !address.isLinkLocalAddress())
                        .map(HostText::of);
        return Stream.concat(four, six).findFirst();
    }
}
