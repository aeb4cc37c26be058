package org.tonewire.signaling.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The code computes the proofs of the test vectors in `docs/PROTOCOL.md`.
final class ProofVectorsTest {
    private static final Pattern NONCE = Pattern.compile("the nonce `([^`]+)`");

    @Test
    void proofsAreThoseOfTheProtocolsVectors() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "PROTOCOL.md"));
        Matcher nonce = NONCE.matcher(document);
        assertThat(nonce.find()).isTrue();
        List<List<String>> rows = rows(document);

        assertThat(rows).hasSizeGreaterThanOrEqualTo(4);
        for (List<String> row : rows) {
            AccessKey key = AccessKey.parse(row.get(3)).orElseThrow();
            JoinProof proof = key.prove(Nonce.parse(nonce.group(1)).orElseThrow(), row.get(1));
            assertThat(proof.base64Url()).as("proof of %s", row).isEqualTo(row.get(5));
        }
    }

    /// The cells of the rows with a join proof: secret, room, server, access key, media key, join
    /// proof.
    private static List<List<String>> rows(String document) {
        return document.lines()
                .dropWhile(line -> !line.startsWith("| secret | room |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line ->
                        Arrays.stream(line.substring(1).split("\\|"))
                                .map(cell -> cell.strip().replace("`", ""))
                                .toList())
                .toList();
    }
}
