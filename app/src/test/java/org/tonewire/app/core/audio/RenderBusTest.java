package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RenderBusTest {
    private final RenderBus bus = new RenderBus();
    private final RenderReference.Reader heard = bus.reference().reader();
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];

    @Test
    void allTracksOfOneRoundAreAddedUp() {
        RenderBus.Tap one = bus.tap();
        RenderBus.Tap two = bus.tap();
        for (int round = 1; round <= 3; round++) {
            one.add(Frames.constant(0.1f * round, 0));
            two.add(Frames.constant(0, 0.2f * round));
        }
        one.add(Frames.constant(0));

        for (int round = 1; round <= 3; round++) {
            assertThat(heard.next(frame)).isTrue();
            assertThat(frame).isEqualTo(Frames.constant(0.1f * round, 0.2f * round));
        }
        assertThat(heard.next(frame)).isFalse();
    }

    @Test
    void aTrackThatStaysAwayIsNotWaitedFor() {
        RenderBus.Tap one = bus.tap();
        RenderBus.Tap gone = bus.tap();
        one.add(Frames.constant(0.1f));
        gone.add(Frames.constant(0.5f));
        one.add(Frames.constant(0.2f));
        one.add(Frames.constant(0.3f));

        assertThat(heard.next(frame)).isTrue();
        assertThat(frame).containsOnly(0.1f + 0.5f);
        assertThat(heard.next(frame)).isTrue();
        assertThat(frame).containsOnly(0.2f);
        assertThat(heard.next(frame)).isFalse();
    }

    @Test
    void aTrackThatComesInTheMiddleOfARoundJoinsIt() {
        RenderBus.Tap one = bus.tap();
        one.add(Frames.constant(0.1f));
        bus.tap().add(Frames.constant(0.2f));
        one.add(Frames.constant(0));

        assertThat(heard.next(frame)).isTrue();
        assertThat(frame).containsOnly(0.1f + 0.2f);
    }

    @Test
    void theMasterFaderCountsForMeterAndReference() {
        RenderBus.Tap one = bus.tap();
        bus.setMasterGain(0.5f);
        one.add(Frames.constant(1f));
        one.add(Frames.constant(1f));

        assertThat(heard.next(frame)).isTrue();
        assertThat(frame).containsOnly(0.5f);
        assertThat(bus.meter().read().peakLeftDb()).isCloseTo(-6.02f, within(0.01f));
    }
}
