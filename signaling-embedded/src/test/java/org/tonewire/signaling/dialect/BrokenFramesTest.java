package org.tonewire.signaling.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.room.event.ConnectionId;

/// Malformed frames in every dialect, with real rooms: nothing throws, and no room is left when the
/// connections are closed. `-Dtonewire.fuzz.frames=1000000` is for a long run.
final class BrokenFramesTest {
    private static final int FRAMES = Integer.getInteger("tonewire.fuzz.frames", 40_000);
    private static final int PEERS = 4;
    private static final int FRAMES_PER_ROUND = 500;
    private final Random random = new Random(7);
    private final BrokenFrames frames = new BrokenFrames(random);
    private final Conversations conversations = new Conversations();

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/signal", "webrtc/signaling/r/1", "any", ""})
    void noFrameMakesADialectThrow(String path) {
        for (int sent = 0; sent < FRAMES; sent += FRAMES_PER_ROUND) {
            List<ConnectionId> peers = new ArrayList<>();
            for (int peer = 0; peer < PEERS; peer++) {
                peers.add(conversations.open(path));
            }
            for (int frame = 0; frame < FRAMES_PER_ROUND; frame++) {
                int index = random.nextInt(PEERS);
                if (!conversations.has(peers.get(index))) {
                    peers.set(index, conversations.open(path));
                }
                conversations.receive(peers.get(index), frames.next());
            }
            conversations.loseAll();
        }
        assertThat(conversations.roomsLeft()).isZero();
    }

    @Test
    void intactFramesAreUnderstood() {
        ConnectionId ann = conversations.open("webrtc/signaling/r/1");

        assertThat(conversations.receive(ann, BrokenFrames.MESSAGES.get(4)))
                .anyMatch(Step.Raise.class::isInstance);
    }
}
