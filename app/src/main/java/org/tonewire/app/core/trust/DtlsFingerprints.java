package org.tonewire.app.core.trust;

import java.util.List;
import java.util.Locale;

/// Finds the DTLS fingerprints in a session description (RFC 8122 section 5).
public final class DtlsFingerprints {
    private static final String ATTRIBUTE = "a=fingerprint:";

    private DtlsFingerprints() {}

    /// Every fingerprint the description names, at session or media level, as `sha-256 AB:CD:…`:
    /// the hash function in lower, the digest in upper case. Sorted, each once.
    public static List<String> of(String sdp) {
        return sdp.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, ATTRIBUTE, 0, ATTRIBUTE.length()))
                .map(line -> normal(line.substring(ATTRIBUTE.length()).strip()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String normal(String value) {
        int space = value.indexOf(' ');
        return space < 0
                ? value.toUpperCase(Locale.ROOT)
                : value.substring(0, space).toLowerCase(Locale.ROOT)
                        + " "
                        + value.substring(space + 1).strip().toUpperCase(Locale.ROOT);
    }
}
