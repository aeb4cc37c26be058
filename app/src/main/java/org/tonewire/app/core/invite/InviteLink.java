package org.tonewire.app.core.invite;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// Reads and writes the link form of an invite.
public final class InviteLink {
    private static final Set<String> SCHEMES = Set.of("https", "tonewire");
    private static final String PATH = "/r/";
    private static final int HTTPS_PORT = 443;
    private static final int MAX_LENGTH = 2_048;

    private static final Pattern KEY = Pattern.compile("[#&]k=[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])");
    private static final Pattern PIN = Pattern.compile("[#&]f=[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

    private InviteLink() {}

    /// Reads what a person pasted. What mail and chat programs do to a link does not matter
    /// ([InviteText]), nor does `tonewire://` in place of `https://`. Empty when it is no invite,
    /// or a part of it is missing.
    public static Optional<Invite> parse(String text) {
        return InviteText.candidates(text).stream()
                .filter(link -> link.length() <= MAX_LENGTH && InviteText.isWhole(link, text))
                .flatMap(link -> readLink(link).stream())
                .findFirst();
    }

    /// Why a text cannot be read: the first part that is missing or cut.
    public static Reason missing(String text) {
        return InviteText.candidates(text).stream()
                .filter(link -> link.contains(PATH))
                .findFirst()
                .map(link -> missing(link, InviteText.isWhole(link, text)))
                .orElse(Reason.INVITE_MALFORMED);
    }

    private static Reason missing(String link, boolean whole) {
        if (!KEY.matcher(link).find()) {
            return Reason.INVITE_KEY_MISSING;
        }
        boolean pinned = PIN.matcher(link).find() || (whole && !link.contains("f="));
        return pinned ? Reason.INVITE_MALFORMED : Reason.INVITE_PIN_MISSING;
    }

    private static Optional<Invite> readLink(String link) {
        return WebAddress.parse(link, SCHEMES) instanceof WebAddress.Read(WebAddress address)
                ? read(address)
                : Optional.empty();
    }

    static String format(Invite invite) {
        String room =
                URLEncoder.encode(invite.room().value(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        String pin = invite.pin().map(p -> "&f=" + p.text()).orElse("");
        String owner = invite.owner().map(o -> "&o=" + o.text()).orElse("");
        String fragment = "#k=" + invite.secret().text() + pin + owner;
        return "https://" + invite.authority() + PATH + room + fragment;
    }

    private static Optional<Invite> read(WebAddress address) {
        URI uri = address.uri();
        String path = uri.getRawPath();
        if (uri.getRawAuthority().contains("@")
                || path == null
                || !path.startsWith(PATH)
                || uri.getRawFragment() == null) {
            return Optional.empty();
        }
        Map<String, String> fragment = fields(uri.getRawFragment());
        Optional<CertificatePin> pin = value(fragment, "f", CertificatePin::parse);
        Optional<OwnerHash> owner = value(fragment, "o", OwnerHash::parse);
        if ((fragment.containsKey("f") && pin.isEmpty())
                || (fragment.containsKey("o") && owner.isEmpty())) {
            return Optional.empty();
        }
        Optional<RoomSecret> secret = value(fragment, "k", RoomSecret::parse);
        Optional<RoomName> room = RoomName.parse(decode(path.substring(PATH.length())));
        int port = address.port() == -1 ? HTTPS_PORT : address.port();
        return room.flatMap(
                r -> secret.map(k -> new Invite(address.host(), port, r, k, pin, owner)));
    }

    private static <T> Optional<T> value(
            Map<String, String> fragment, String field, Function<String, Optional<T>> read) {
        return Optional.ofNullable(fragment.get(field)).flatMap(read);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> fields(String fragment) {
        Map<String, String> fields = new HashMap<>();
        for (String part : fragment.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                fields.put(part.substring(0, equals), decode(part.substring(equals + 1)));
            }
        }
        return fields;
    }
}
