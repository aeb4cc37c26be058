package org.tonewire.app.core.ice;

/// User names and passwords of TURN servers (RFC 8489 section 14.3).
final class LoginText {
    /// A user name has fewer than 509 bytes.
    private static final int MAX_BYTES = 508;

    private LoginText() {}

    /// Whether native code and a TURN server take it: whole characters, no control characters, not
    /// too long in the form that native code gets, which spends up to three bytes on each UTF-16
    /// unit.
    static boolean canBeSent(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length() && bytes <= MAX_BYTES; i++) {
            char unit = text.charAt(i);
            if (Character.isISOControl(unit) || isLoneSurrogate(text, i)) {
                return false;
            }
            bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
        return bytes <= MAX_BYTES;
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char unit = text.charAt(index);
        if (Character.isHighSurrogate(unit)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(unit)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
