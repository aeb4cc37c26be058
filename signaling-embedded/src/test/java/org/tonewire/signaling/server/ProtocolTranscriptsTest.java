package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replays the transcripts in `docs/PROTOCOL.md`.
final class ProtocolTranscriptsTest {
    private static final Pattern TRANSCRIPT =
            Pattern.compile("```transcript\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("transcripts")
    void theServerFollowsTheTranscript(String transcript) {
        try (TestServer server = TestServer.start();
                Transcript replay = new Transcript(server)) {
            var _ = replay.play(transcript);
        }
    }

    @Test
    void everyFamilyHasATranscriptAndAllTogetherHaveOne() {
        assertThat(transcripts()).hasSize(5);
    }

    static List<String> transcripts() {
        try {
            String text = Files.readString(Path.of("../docs/PROTOCOL.md"));
            return TRANSCRIPT.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
