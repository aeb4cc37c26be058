package org.tonewire.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TruncationTest {
    private static final String RARE_KANJI = "\ud842\udfb7";
    private static final String FLAG = "\ud83c\uddef\ud83c\uddf5";
    private static final String FAMILY = "\ud83d\udc69\u200d\ud83d\udc67";

    @Test
    void textThatFitsStaysUnchanged() {
        assertThat(Truncation.toCodePoints("Ann", 3)).isEqualTo("Ann");
        assertThat(Truncation.toUtf8Bytes("Ann", 3)).isEqualTo("Ann");
        assertThat(Truncation.toCodePoints("", 3)).isEmpty();
        assertThat(Truncation.toUtf8Bytes("", 0)).isEmpty();
    }

    @Test
    void bytesAreCountedNotCharacters() {
        assertThat(Truncation.toUtf8Bytes("合奏参加者", 8)).isEqualTo("合奏");
        assertThat(Truncation.toUtf8Bytes("Jäger", 2)).isEqualTo("J");
        assertThat(Truncation.utf8Length("aä合" + RARE_KANJI)).isEqualTo(1 + 2 + 3 + 4);
    }

    @Test
    void aSurrogatePairIsNeverCut() {
        String name = "a".repeat(59) + RARE_KANJI;
        assertThat(Truncation.toCodePoints(name, 60)).isEqualTo(name);
        assertThat(Truncation.toCodePoints(name, 59)).isEqualTo("a".repeat(59));
        assertThat(Truncation.toUtf8Bytes(name, 62)).isEqualTo("a".repeat(59));
    }

    @Test
    void accentsAndFlagsAreNeverCut() {
        assertThat(Truncation.toCodePoints("Zoe\u0308", 3)).isEqualTo("Zo");
        assertThat(Truncation.toCodePoints("ab" + FLAG, 3)).isEqualTo("ab");
        assertThat(Truncation.toCodePoints("ab" + FAMILY, 4)).isEqualTo("ab");
        assertThat(Truncation.toFirstCharacter(FLAG + FAMILY)).isEqualTo(FLAG);
        assertThat(Truncation.toFirstCharacter("e\u0308a")).isEqualTo("e\u0308");
        assertThat(Truncation.toFirstCharacter("")).isEmpty();
    }

    @Test
    void aCharacterWithTooManyAccentsIsCut() {
        String endless = "a" + "\u0301".repeat(1_000);
        assertThat(Truncation.toCodePoints(endless, 10)).hasSize(10);
        assertThat(Truncation.toUtf8Bytes(endless, 10)).isEqualTo("a" + "\u0301".repeat(4));
    }

    @Test
    void anyTextIsCutToAPrefixThatFits() {
        Random random = new Random(7);
        int[] alphabet = {'a', ' ', 0xE4, 0x308, 0x5408, 0x20BB7, 0x1F1EF, 0x200D, 0xD842, 0xDFB7};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(20); k > 0; k--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            int max = random.nextInt(30);
            String cut = Truncation.toUtf8Bytes(text.toString(), max);
            assertThat(text.toString()).startsWith(cut);
            assertThat(Truncation.utf8Length(cut)).isLessThanOrEqualTo(max);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(max);
            boolean inside =
                    cut.length() < text.length()
                            && !cut.isEmpty()
                            && Character.isHighSurrogate(cut.charAt(cut.length() - 1))
                            && Character.isLowSurrogate(text.charAt(cut.length()));
            assertThat(inside).isFalse();
        }
    }
}
