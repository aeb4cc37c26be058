package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever arrives, decoding gives a value and never throws. Seeded, so that a failure repeats.
final class CodecFuzzTest {
    private static final List<String> MESSAGES =
            CodecTest.clientMessages().stream().map(ClientMessageCodec::encode).toList();
    private static final List<String> SERVER_MESSAGES =
            CodecTest.serverMessages().stream().map(ServerMessageCodec::encode).toList();
    private static final String BREAKING = "\"{}[],:\\u0000\uD800 1e-.truefalsn";

    @Property(seed = "1", tries = 2000)
    void noTextMakesDecodingThrow(@ForAll String text) {
        decodeBoth(text);
    }

    @Property(seed = "2", tries = 5000)
    void noBrokenMessageMakesDecodingThrow(@ForAll("broken") String text) {
        decodeBoth(text);
    }

    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> message = Arbitraries.of(MESSAGES);
        return Arbitraries.oneOf(message, Arbitraries.of(SERVER_MESSAGES))
                .flatMap(text -> Arbitraries.longs().map(seed -> mutate(text, new Random(seed))));
    }

    private static String mutate(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, any(random));
                default -> changed.setCharAt(at, any(random));
            }
        }
        return changed.toString();
    }

    private static char any(Random random) {
        return BREAKING.charAt(random.nextInt(BREAKING.length()));
    }

    private static void decodeBoth(String text) {
        assertThatCode(
                        () -> {
                            ClientMessageCodec.decode(text);
                            ServerMessageCodec.decode(text);
                        })
                .doesNotThrowAnyException();
    }
}
