package org.tonewire.signaling.dialect;

import java.util.regex.Pattern;

/// What clients send so that proxies do not close a connection that is idle: an empty text, or a
/// word such as `ping`. It means nothing else, and is not answered.
final class KeepAlive {
    private static final int MAX_LENGTH = 32;
    private static final String WORD = "ping|pong|keep[-_ ]?alive|heartbeat";
    private static final Pattern WORDS = Pattern.compile("(?i)" + WORD);
    private static final Pattern TEXT = Pattern.compile("(?i)\\s*(\"?(" + WORD + ")?\"?)\\s*");

    private KeepAlive() {}

    static boolean isText(String text) {
        return text.length() <= MAX_LENGTH && TEXT.matcher(text).matches();
    }

    /// Whether the type or the action of a message is such a word.
    static boolean isMessage(JsonFrame frame) {
        return frame.text("type")
                .or(() -> frame.text("action"))
                .filter(word -> WORDS.matcher(word).matches())
                .isPresent();
    }
}
