package org.tonewire.signaling.protocol;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// The signature on a message between participants. A server relays it without reading it.
///
/// @param number higher in each message that its sender seals, from 1 to [#MAX_NUMBER]
public record Seal(long number, IdentitySignature signature) {
    /// The highest number that every JSON reader and browser keeps exactly: 2^53 - 1.
    public static final long MAX_NUMBER = (1L << 53) - 1;

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,15})\\.([\\w-]{86})");

    public Seal {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("the number of a seal must be from 1 to 2^53 - 1");
        }
    }

    /// Reads a text such as `17.` and a signature in base64url; empty if it is anything else.
    public static Optional<Seal> parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(1));
        return number > MAX_NUMBER
                ? Optional.empty()
                : IdentitySignature.parse(parts.group(2))
                        .map(signature -> new Seal(number, signature));
    }

    /// The number, a dot, and the signature in base64url.
    public String text() {
        return number + "." + signature.base64Url();
    }
}
