package org.tonewire.app.media.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Titles and names in tags and headers, whose encoding nobody states: UTF-8, or what was usual
/// where they were written.
final class MediaText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset JAPANESE = Charset.forName("windows-31j");
    private static final Set<Character.UnicodeBlock> KANA =
            Set.of(Character.UnicodeBlock.HIRAGANA, Character.UnicodeBlock.KATAKANA);

    private MediaText() {}

    /// @return empty if it cannot be read for certain
    static Optional<String> readable(byte[] bytes) {
        Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return unmarked(bytes);
        }
        boolean isMisread = text.get().chars().anyMatch(c -> c >= 0x80 && c < 0xa0);
        boolean isWide = text.get().chars().anyMatch(c -> c > 0xff);
        if (isMisread && !isWide) {
            return unmarked(text.get().getBytes(StandardCharsets.ISO_8859_1));
        }
        return text.filter(some -> !isMisread && some.indexOf('\ufffd') < 0);
    }

    /// Japanese has kana, which no Western text happens to spell; Western languages have few
    /// letters beyond ASCII.
    private static Optional<String> unmarked(byte[] bytes) {
        Optional<String> japanese =
                decoded(bytes, JAPANESE)
                        .filter(text -> text.codePoints().anyMatch(MediaText::isKana));
        return japanese.isPresent() || !isMostlyAscii(bytes) ? japanese : decoded(bytes, WESTERN);
    }

    private static boolean isMostlyAscii(byte[] bytes) {
        int high = 0;
        int letters = 0;
        for (byte each : bytes) {
            high += each < 0 ? 1 : 0;
            letters += each < 0 || Character.isLetter(each) ? 1 : 0;
        }
        return 2 * high < letters;
    }

    private static boolean isKana(int letter) {
        return KANA.contains(Character.UnicodeBlock.of(letter));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
