package org.tonewire.app.ui.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.text.Wording;

class MeterMotionTest {
    private static final long FRAME_NANOS = 16_666_667L;
    private static final Wording WORDING = Wording.of(Locale.ENGLISH);

    private final HandedBeat beat = new HandedBeat();
    private final MeterTicker ticker = new MeterTicker(beat);
    private final List<Long> moves = new ArrayList<>();

    @Test
    void everyTickMoves() {
        ticker.add(moves::add);
        second();
        assertThat(moves).hasSize(60);
    }

    @Test
    void nothingTicksWhileTheWindowIsHiddenOrNothingCanMove() {
        MeterTicker.Animated something = moves::add;
        ticker.add(something);
        assertThat(beat.ticks).isNull();
        ticker.windowShown();
        assertThat(beat.ticks).isNotNull();
        ticker.windowHidden();
        assertThat(beat.ticks).isNull();
        ticker.windowShown();
        ticker.remove(something);
        assertThat(beat.ticks).isNull();
    }

    @Test
    void whereLessMotionIsWantedFourASecondAreEnough() {
        ticker.add(moves::add);
        ticker.reduceMotion();
        second();
        assertThat(moves).hasSize(4);
        ticker.restoreMotion();
        second();
        assertThat(moves).hasSize(64);
    }

    @Test
    void aScreenReaderHearsTheLevelAsWordsAndAsAValue() {
        LevelMeter meter = new LevelMeter();
        LevelMeterView view = new LevelMeterView(ticker, new MeterState(), WORDING);
        view.setSource(meter::read);
        assertThat(view.getAccessibleRole()).isEqualTo(AccessibleRole.PROGRESS_INDICATOR);
        assertThat(asked(view, AccessibleAttribute.TEXT)).isEqualTo("Level: silence");
        assertThat(asked(view, AccessibleAttribute.VALUE)).isEqualTo(-60.0);
        float[] half = new float[AudioFormat.FRAME_VALUES];
        Arrays.fill(half, 0.5f);
        meter.measure(half);
        view.move(2_000_000_000L);
        assertThat(asked(view, AccessibleAttribute.TEXT)).isEqualTo("Level: −6.0 dBFS");
        assertThat((double) asked(view, AccessibleAttribute.VALUE)).isBetween(-6.1, -6.0);
        assertThat(asked(view, AccessibleAttribute.MIN_VALUE)).isEqualTo(-60.0);
        assertThat(asked(view, AccessibleAttribute.MAX_VALUE)).isEqualTo(0.0);
    }

    private static Object asked(LevelMeterView view, AccessibleAttribute attribute) {
        return Objects.requireNonNull(view.queryAccessibleAttribute(attribute));
    }

    private void second() {
        long start = moves.isEmpty() ? 10_000_000_000L : 20_000_000_000L;
        for (int frame = 0; frame < 60; frame++) {
            ticker.tick(start + frame * FRAME_NANOS);
        }
    }

    private static final class HandedBeat implements MeterTicker.Beat {
        private @Nullable LongConsumer ticks;

        @Override
        public void start(LongConsumer tick) {
            ticks = tick;
        }

        @Override
        public void stop() {
            ticks = null;
        }
    }
}
