package org.tonewire.signaling.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The code computes the proofs of the test vectors in `docs/PROTOCOL.md`.
final class ProofVectorsTest {
    private static final Pattern BLOCK = Pattern.compile("```vectors\n(.*?)```", Pattern.DOTALL);

    static List<Map<String, String>> vectors() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "PROTOCOL.md"));
        Matcher block = BLOCK.matcher(document);
        assertThat(block.find()).as("a block of vectors").isTrue();
        return Pattern.compile("\n\n")
                .splitAsStream(block.group(1))
                .map(ProofVectorsTest::fields)
                .toList();
    }

    private static Map<String, String> fields(String lines) {
        Map<String, String> fields = new HashMap<>();
        lines.lines()
                .map(line -> line.split("\\s+", 2))
                .forEach(pair -> fields.put(pair[0], pair[1]));
        return fields;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theProofIsTheDocumentedOne(Map<String, String> vector) {
        AccessKey key = AccessKey.parse(vector.getOrDefault("access-key", "")).orElseThrow();
        Nonce nonce = Nonce.parse(vector.getOrDefault("nonce", "")).orElseThrow();

        assertThat(key.prove(nonce, vector.getOrDefault("room", "")).base64Url())
                .isEqualTo(vector.getOrDefault("proof", ""));
    }
}
