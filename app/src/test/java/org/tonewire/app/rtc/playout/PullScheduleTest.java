package org.tonewire.app.rtc.playout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;

class PullScheduleTest {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final PullSchedule schedule = new PullSchedule();
    private long now = 5;

    @Test
    void aMinuteHasSixThousandFramesHoweverLateEachIs() {
        schedule.begin(now);
        long end = now + MINUTE_NANOS;
        int frames = 0;
        while (now < end) {
            long wait = schedule.untilDueNanos(now);
            if (wait > 0) {
                now += wait + 70_000;
            } else {
                schedule.pulled();
                frames++;
                now += 300_000;
            }
        }
        assertThat(frames).isEqualTo(6_000);
    }

    @Test
    void aShortStallIsCaughtUp() {
        schedule.begin(now);
        pull();
        now += 35_000_000;
        assertThat(pullAllDue()).isEqualTo(3);
    }

    @Test
    void aLongStallIsCaughtUpByAQueuesLengthOnly() {
        schedule.begin(now);
        pull();
        now += 2_000_000_000;
        long held = PullSchedule.MAX_BEHIND_NANOS / AudioFormat.FRAME_NANOS;
        assertThat(pullAllDue()).isEqualTo(held + 1);
        assertThat(schedule.untilDueNanos(now)).isEqualTo(AudioFormat.FRAME_NANOS);
    }

    @Test
    void theSamplesSkippedByALongStallAreCounted() {
        schedule.begin(now);
        pull();
        now += 2_000_000_000;
        pullAllDue();
        long leftOut = 2_000_000_000 - AudioFormat.FRAME_NANOS - PullSchedule.MAX_BEHIND_NANOS;
        assertThat(schedule.takeSkippedSamples()).isEqualTo(leftOut / 1_000_000 * 48);
        assertThat(schedule.takeSkippedSamples()).isZero();
    }

    @Test
    void aPauseIsSkipped() {
        schedule.begin(now);
        pull();
        schedule.begin(now + AudioFormat.FRAME_NANOS + 500_000_000);
        assertThat(schedule.takeSkippedSamples()).isEqualTo(24_000);
    }

    private void pull() {
        assertThat(schedule.untilDueNanos(now)).isNotPositive();
        schedule.pulled();
    }

    private int pullAllDue() {
        int frames = 0;
        while (schedule.untilDueNanos(now) <= 0) {
            schedule.pulled();
            frames++;
        }
        return frames;
    }
}
