package org.tonewire.signaling.protocol;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The origin of web pages (RFC 6454): scheme, host and port.
///
/// @param value as browsers send it in the header `Origin`: in lower case, without the usual port
///   of its scheme, without a slash at the end; `null` for pages of files
public record WebOrigin(String value) {
    private static final WebOrigin OF_FILES = new WebOrigin("null");
    private static final Pattern PARTS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([/?#].*)?");
    private static final Pattern PLACE =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]\\s]+)(?::(\\d{1,6}))?");
    private static final Pattern HOST_NAME =
            Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*\\.?");
    private static final Set<String> SOCKETS = Set.of("ws", "wss");
    private static final Set<String> WITHOUT_ORIGIN =
            Set.of("file", "data", "blob", "about", "javascript");
    private static final int MAX_PORT = 65_535;

    /// What a person wrote for an origin.
    public sealed interface Parsed {
        record Usable(WebOrigin origin) implements Parsed {}

        /// No browser sends such an origin.
        ///
        /// @param why an English phrase that says how to write it
        record Unusable(String why) implements Parsed {}
    }

    /// The origin in the form that browsers send, from any way of writing it.
    public static Parsed parse(String written) {
        String text = written.strip();
        if (text.equals(OF_FILES.value())) {
            return new Parsed.Usable(OF_FILES);
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return new Parsed.Unusable(
                    "an origin begins with http:// or https://, as in https://example.org");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        Optional<String> wrong = problem(scheme, parts.group(2), parts.group(3));
        return wrong.isPresent()
                ? new Parsed.Unusable(wrong.get())
                : parsed(scheme, parts.group(2));
    }

    private static Optional<String> problem(String scheme, String place, @Nullable String rest) {
        if (SOCKETS.contains(scheme)) {
            return Optional.of(
                    "an origin is that of the page, not of the socket, as in https://example.org");
        }
        if (WITHOUT_ORIGIN.contains(scheme)) {
            return Optional.of("the origin of such pages is written null");
        }
        if (scheme.startsWith("ht") && !isWeb(scheme)) {
            return Optional.of("the scheme is http or https");
        }
        if (rest != null && !rest.equals("/")) {
            return Optional.of("an origin is written without a path");
        }
        if (place.contains("@")) {
            return Optional.of("an origin is written without a user");
        }
        return place.contains("*")
                ? Optional.of("an origin names one host; name each of them")
                : Optional.empty();
    }

    private static Parsed parsed(String scheme, String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            return new Parsed.Unusable("an origin has a host, and perhaps a port of digits");
        }
        Optional<String> host = host(scheme, matcher.group(1));
        if (host.isEmpty()) {
            return new Parsed.Unusable(matcher.group(1) + " is not a host");
        }
        int port = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (matcher.group(2) != null && (port < 1 || port > MAX_PORT)) {
            return new Parsed.Unusable("a port is between 1 and " + MAX_PORT);
        }
        boolean isUsual =
                (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
        String suffix = port == 0 || isUsual ? "" : ":" + port;
        return new Parsed.Usable(new WebOrigin(scheme + "://" + host.get() + suffix));
    }

    private static Optional<String> host(String scheme, String written) {
        if (!isWeb(scheme) || written.startsWith("[")) {
            return Optional.of(written.toLowerCase(Locale.ROOT));
        }
        try {
            String ascii = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> HOST_NAME.matcher(name).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    @Override
    public String toString() {
        return value;
    }
}
