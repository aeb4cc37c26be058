package org.tonewire.app.core.address;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address as browsers understand it (WHATWG URL): what is pasted with blanks, quotes or line
/// breaks around it, with blanks and international letters in its path, with an international name
/// or underscores in its host.
///
/// @param uri with ASCII letters only; [URI#getHost] knows no underscores, so ask [#host]
/// @param host in ASCII letters, an IPv6 address without its brackets
/// @param port -1 where there is none
public record WebAddress(URI uri, String host, int port) {
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern AROUND =
            Pattern.compile("^[\\s\\p{Z}\\p{C}<\"]+|[\\s\\p{Z}\\p{C}>\"]+$");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern PARTS =
            Pattern.compile(
                    "(?s)(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:(?<user>[^/?#]*)@)?"
                            + "(?<host>\\[[^\\]/?#]*\\]|[^:/?#\\[\\]]*)(?<port>:[^/?#]*)?"
                            + "(?<path>(?:/[^?#]*)?)(?<query>\\?[^#]*)?(?<fragment>#.*)?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern V6 = Pattern.compile("\\[[0-9A-Fa-f:.]+\\]");
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,5}");
    private static final int MAX_PORT = 65_535;
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?";

    /// What a text turned out to be.
    public sealed interface Reading {}

    /// An address.
    public record Read(WebAddress address) implements Reading {}

    /// Something else, by one of its parts.
    ///
    /// @param text that part
    public record Wrong(Part part, String text) implements Reading {}

    /// Parts of an address that can be wrong.
    public enum Part {
        SCHEME,
        HOST,
        PORT
    }

    /// Reads an `http` or `https` address.
    public static Reading parse(String text) {
        return parse(text, WEB);
    }

    /// @param schemes in lower case
    public static Reading parse(String text, Set<String> schemes) {
        String bare = BREAKS.matcher(AROUND.matcher(text).replaceAll("")).replaceAll("");
        Matcher parts = PARTS.matcher(bare);
        if (!parts.matches()) {
            int colon = bare.indexOf("://");
            return colon < 0 || !schemes.contains(bare.substring(0, colon).toLowerCase(Locale.ROOT))
                    ? new Wrong(Part.SCHEME, bare)
                    : new Wrong(Part.HOST, bare.substring(colon + 3));
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            return new Wrong(Part.SCHEME, scheme);
        }
        String host = asciiHost(parts.group("host"));
        if (!NAME.matcher(host).matches() && !V6.matcher(host).matches()) {
            return new Wrong(Part.HOST, parts.group("host"));
        }
        String port = orEmpty(parts.group("port"));
        if (!port.isEmpty() && !isPort(port)) {
            return new Wrong(Part.PORT, port.substring(1));
        }
        return read(scheme, host, port.length() > 1 ? port : "", parts);
    }

    /// The address that a text means in a document at this one: whole, or relative to it. Empty if
    /// it is of another scheme.
    public Optional<WebAddress> resolve(String text) {
        if (parse(text) instanceof Read(WebAddress whole)) {
            return Optional.of(whole);
        }
        if (SCHEME.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        return parse(joined(text.strip())) instanceof Read(WebAddress resolved)
                ? Optional.of(resolved)
                : Optional.empty();
    }

    private String joined(String text) {
        if (text.startsWith("//")) {
            return uri.getScheme() + ":" + text;
        }
        // A colon in front of the first slash would end a scheme (RFC 3986, section 4.2).
        boolean ofThisPlace = !text.isEmpty() && "/?#".indexOf(text.charAt(0)) < 0;
        try {
            return uri.resolve(encoded(ofThisPlace ? "./" + text : text)).normalize().toString();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static Reading read(String scheme, String host, String port, Matcher parts) {
        String user = parts.group("user");
        String address =
                scheme
                        + "://"
                        + (user == null ? "" : encoded(user.replace("@", "%40")) + "@")
                        + host
                        + port
                        + encoded(parts.group("path"))
                        + encoded(orEmpty(parts.group("query")))
                        + fragment(orEmpty(parts.group("fragment")));
        try {
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            int number = port.isEmpty() ? -1 : Integer.parseInt(port.substring(1));
            return new Read(new WebAddress(URI.create(address), bare, number));
        } catch (IllegalArgumentException _) {
            return new Wrong(Part.HOST, host);
        }
    }

    /// The host for people: an international name in its own letters.
    public String shownHost() {
        return IDN.toUnicode(host);
    }

    /// The host of an `http` or `https` address for people; empty if it is none.
    public static String shownHost(URI uri) {
        return parse(uri.toString()) instanceof Read(WebAddress address) ? address.shownHost() : "";
    }

    private static String asciiHost(String host) {
        try {
            return host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static boolean isPort(String port) {
        if (!PORT.matcher(port).matches()) {
            return false;
        }
        int number = port.length() == 1 ? MAX_PORT : Integer.parseInt(port.substring(1));
        return number >= 1 && number <= MAX_PORT;
    }

    private static String fragment(String text) {
        return text.isEmpty() ? "" : "#" + encoded(text.substring(1));
    }

    /// Writes what does not belong into an address as the bytes of its UTF-8.
    static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (PLAIN.indexOf(each) >= 0 || each == '%');
            out.append(plain ? Character.toString(each) : "%%%02X".formatted(each & 0xff));
        }
        return out.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
