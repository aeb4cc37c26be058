package org.tonewire.app.core.host;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.HostText;

/// A signaling server on which rooms can be opened.
///
/// @param host name or address in lower case; the brackets of an IPv6 address are taken off
/// @param port 1 to 65535
/// @param pin the one certificate to accept; empty where it is not known, or the system decides
/// @param token a secret: what the server wants of those who open rooms; empty where it wants none
public record ServerAddress(
        String host, int port, Optional<CertificatePin> pin, Optional<String> token) {
    private static final Set<String> SCHEMES = Set.of("https", "http", "wss", "ws", "tonewire");
    private static final String USUAL_SCHEME = "https://";
    private static final int HTTPS_PORT = 443;
    private static final int MAX_LENGTH = 2_048;
    private static final int MAX_PORT = 65_535;
    private static final Pattern PIN = Pattern.compile("(?:^|&)f=([^&]*)");
    private static final Pattern SECRET = Pattern.compile("(?:^|&)k=");

    public ServerAddress {
        host = HostText.bare(host).toLowerCase(Locale.ROOT);
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a server has a host and a port");
        }
    }

    /// Reads what a person pasted: `studio.example.org`, `host:5509`, `https://host:5509/`, with
    /// `#f=PIN` or without, an invite's link, `wss://`. An IPv6 address has brackets. Without a
    /// port it is 443. Empty for what is none of these, and where something may be meant as a pin
    /// that is no whole one.
    public static Optional<ServerAddress> parse(String text) {
        String bare = text.strip();
        if (bare.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String link = bare.contains("://") ? bare : USUAL_SCHEME + bare;
        return WebAddress.parse(link, SCHEMES) instanceof WebAddress.Read(WebAddress address)
                ? read(address)
                : Optional.empty();
    }

    private static Optional<ServerAddress> read(WebAddress address) {
        URI uri = address.uri();
        if (uri.getRawAuthority().contains("@") || uri.getRawQuery() != null) {
            return Optional.empty();
        }
        int port = address.port() == -1 ? HTTPS_PORT : address.port();
        ServerAddress unpinned =
                new ServerAddress(address.host(), port, Optional.empty(), Optional.empty());
        String fragment = Optional.ofNullable(uri.getRawFragment()).orElse("");
        Matcher pin = PIN.matcher(fragment);
        if (pin.find()) {
            return CertificatePin.parse(pin.group(1)).map(unpinned::pinned);
        }
        return fragment.isEmpty() || SECRET.matcher(fragment).find()
                ? Optional.of(unpinned)
                : Optional.empty();
    }

    /// `HOST:PORT`, fit for an address.
    public String authority() {
        return HostText.withPort(host, port);
    }

    /// What [#parse(String)] reads, with the pin and without the token.
    public String link() {
        return USUAL_SCHEME
                + authority()
                + "/"
                + pin.map(certificate -> "#f=" + certificate.text()).orElse("");
    }

    /// Whether it is the same server, whatever is known of it.
    public boolean isAt(ServerAddress other) {
        return port == other.port && host.equals(other.host);
    }

    /// The same with this certificate.
    public ServerAddress pinned(CertificatePin certificate) {
        return new ServerAddress(host, port, Optional.of(certificate), token);
    }

    /// The same with this token.
    public ServerAddress showing(String wanted) {
        return new ServerAddress(host, port, pin, Optional.of(wanted));
    }

    /// Omits the token.
    @Override
    public String toString() {
        return "ServerAddress(" + link() + ")";
    }
}
