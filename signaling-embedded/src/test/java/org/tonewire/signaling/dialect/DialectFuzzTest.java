package org.tonewire.signaling.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.signaling.room.event.ConnectionId;

/// Frames from four connections in one dialect, with real rooms: nothing throws, and no room is
/// left when all are closed. The first character selects the path, the first of each line selects
/// the connection that sends the rest of the line.
final class DialectFuzzTest {
    private static final int PEERS = 4;

    @MethodSource("conversations")
    @FuzzTest
    void noFrameMakesADialectThrow(byte[] utf8) {
        String input = new String(utf8, StandardCharsets.UTF_8);
        if (input.isEmpty()) {
            return;
        }
        String path = Conversations.PATHS.get(input.charAt(0) % Conversations.PATHS.size());
        Conversations conversations = new Conversations();
        List<ConnectionId> peers = new ArrayList<>();
        for (int peer = 0; peer < PEERS; peer++) {
            peers.add(conversations.open(path));
        }
        for (String line : input.substring(1).split("\n", -1)) {
            int index = line.isEmpty() ? 0 : line.charAt(0) % PEERS;
            if (!conversations.has(peers.get(index))) {
                peers.set(index, conversations.open(path));
            }
            conversations.receive(peers.get(index), line.isEmpty() ? "" : line.substring(1));
        }
        conversations.loseAll();
        assertThat(conversations.roomsLeft()).isZero();
    }

    /// All messages of all dialects, on each path, each from two connections.
    static Stream<byte[]> conversations() {
        String lines =
                String.join(
                        "\n",
                        BrokenFrames.MESSAGES.stream().flatMap(DialectFuzzTest::twice).toList());
        return IntStream.range(0, Conversations.PATHS.size())
                .mapToObj(path -> (path + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> twice(String type) {
        return Stream.of("0" + type, "1" + type);
    }
}
