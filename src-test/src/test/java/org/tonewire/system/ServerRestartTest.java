package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.Stall;
import org.tonewire.testbed.StallWatch;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann plays a tone to Bob, and the server between them is restarted. Ann is a process of her own
/// here too: the process of the tests stands still at times, as several tests run in it, and that
/// would be heard.
@Timeout(300)
class ServerRestartTest {
    private static final int GO_ON_SECONDS = 6;
    private static final double REFILL_SECONDS = 0.15;
    private static final double FRAME_SECONDS = 0.01;

    @TempDir Path folder;

    private MeddlingPair pair;

    @BeforeEach
    void open() throws IOException, IdentityException {
        pair = new MeddlingPair(folder);
    }

    @AfterEach
    void close() {
        pair.close();
    }

    /// It is killed, is away for twelve seconds, and knows nobody when it is back: no link changes,
    /// both are in the room again at their first try that reaches it, and nothing of the recording
    /// is missing but what the machine itself stood still.
    @Test
    void itsRestartCostsNoSound() throws Exception {
        try (StallWatch stalls = StallWatch.start()) {
            long sinceNanos = System.nanoTime();
            pair.awaitFlowing();
            int before = pair.bob().process().mark();
            int beforeForAnn = pair.ann().process().mark();
            String older = pair.server().awaitMember("Ann").get("id").getAsString();

            pair.server().vanish();
            pair.awaitSeconds(12);
            pair.server().comeBack();
            assertThat(pair.server().awaitMember("Ann").get("id").getAsString())
                    .isNotEqualTo(older);
            pair.server().awaitMember("Bob");
            assertGoesOn(before);

            assertIsBackAndChangedNothing(pair.ann(), beforeForAnn);
            assertIsBackAndChangedNothing(pair.bob(), before);
            double machine = stoodStillSeconds(stalls.between(sinceNanos, System.nanoTime()));
            assertThat(pair.bob().leave()).isZero();
            StereoSound recorded = pair.recorded();
            assertThat(recorded.seconds()).isGreaterThan(15);
            assertThat(missingSeconds(recorded)).isLessThanOrEqualTo(machine);
        }
    }

    /// The server was lost and is back, in this order, and nothing else of the room changed.
    private static void assertIsBackAndChangedNothing(Participant who, int from) {
        who.process().awaitEvent(from, "joined", event -> event.is("joined"), Participant.SOON);
        List<TonewireEvent> events =
                who.process().eventsSince(from).stream()
                        .filter(event -> !event.isStatistics())
                        .toList();
        assertThat(events).last().matches(event -> event.is("joined"));
        assertThat(events.subList(0, events.size() - 1))
                .isNotEmpty()
                .allMatch(event -> event.is("reconnecting") || isConnected(event));
    }

    /// The other link may have connected after the first sound.
    private static boolean isConnected(TonewireEvent event) {
        return event.is("link-changed") && event.text("state").equals("connected");
    }

    /// How long these stalls can be heard: until the queues are full again, too (decision 0015).
    private static double stoodStillSeconds(List<Stall> stalls) {
        return stalls.stream()
                .mapToDouble(stall -> stall.length().toNanos() / 1e9 + REFILL_SECONDS)
                .sum();
    }

    /// Bob hears Ann all the time, and is told of nothing else.
    private void assertGoesOn(int from) {
        pair.awaitSeconds(GO_ON_SECONDS);
        assertThat(pair.bob().process().eventsSince(from))
                .noneMatch(event -> event.is("track-removed") || event.is("participant-left"));
    }

    /// All silence of at least a frame between the first and the last sample of the tone.
    private static double missingSeconds(StereoSound sound) {
        double frame = FRAME_SECONDS * sound.rateHz();
        int missing = 0;
        int run = 0;
        boolean heard = false;
        for (float sample : sound.left()) {
            if (Math.abs(sample) < 1e-4) {
                run++;
            } else {
                missing += heard && run >= frame ? run : 0;
                run = 0;
                heard = true;
            }
        }
        return missing / (double) sound.rateHz();
    }
}
