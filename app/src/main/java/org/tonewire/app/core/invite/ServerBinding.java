package org.tonewire.app.core.invite;

import java.util.Locale;

/// The one server that an access key is for, as an invite says it: so what one server is given is
/// worth nothing at another.
///
/// @param value `certificate FINGERPRINT`, or `address HOST:PORT` where the authorities of the
///   system decide about the certificate
public record ServerBinding(String value) {
    /// The server that has this certificate, at any address.
    public static ServerBinding to(CertificatePin pin) {
        return new ServerBinding("certificate " + pin.text());
    }

    /// The server at this address.
    ///
    /// @param authority `HOST:PORT`, in upper or lower case
    static ServerBinding at(String authority) {
        return new ServerBinding("address " + authority.toLowerCase(Locale.ROOT));
    }
}
