package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Decoding returns a value and never throws. Each text has a seed, which a failure names.
final class BrokenMessagesTest {
    private static final int TEXTS = 5_000;
    private static final int MAX_CHARACTERS = 200;
    private static final String BREAKING = "\"{}[],:\\u0000\uD800 1e-.truefalsn";
    private static final List<String> MESSAGES = Messages.texts();

    @Test
    void noTextMakesDecodingThrow() {
        for (int seed = 0; seed < TEXTS; seed++) {
            decode(seed, anyText(new Random(seed)));
        }
    }

    @Test
    void noBrokenMessageMakesDecodingThrow() {
        for (int seed = 0; seed < TEXTS; seed++) {
            decode(seed, brokenMessage(new Random(seed)));
        }
    }

    /// Any UTF-16 units, unpaired surrogates among them.
    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(MAX_CHARACTERS); i > 0; i--) {
            text.append(
                    random.nextBoolean()
                            ? BREAKING.charAt(random.nextInt(BREAKING.length()))
                            : (char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private static String brokenMessage(Random random) {
        StringBuilder text = new StringBuilder(MESSAGES.get(random.nextInt(MESSAGES.size())));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            char any = BREAKING.charAt(random.nextInt(BREAKING.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, any);
                default -> text.setCharAt(at, any);
            }
        }
        return text.toString();
    }

    private static void decode(int seed, String text) {
        assertThatCode(
                        () -> {
                            ClientMessageCodec.decode(text);
                            ServerMessageCodec.decode(text);
                        })
                .as("seed %d: %s", seed, text)
                .doesNotThrowAnyException();
    }
}
