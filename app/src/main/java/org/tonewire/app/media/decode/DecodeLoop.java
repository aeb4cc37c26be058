package org.tonewire.app.media.decode;

import java.util.concurrent.CompletableFuture;
import org.bytedeco.ffmpeg.global.avutil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.BufferedSupply;
import org.tonewire.app.media.pace.Supply;

/// The decoding thread's work: opens, answers what came of it, and decodes ahead until the end.
/// Everything of FFmpeg's that is made here is also freed here, on this thread.
final class DecodeLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeLoop.class);

    private final Place place;
    private final AvInterrupt interrupt;
    private final CompletableFuture<Decoding> opening;

    DecodeLoop(Place place, AvInterrupt interrupt, CompletableFuture<Decoding> opening) {
        this.place = place;
        this.interrupt = interrupt;
        this.opening = opening;
    }

    @Override
    public void run() {
        try (interrupt;
                FrameConverter converter = new FrameConverter()) {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            open(converter);
        } catch (AvException refused) {
            LOG.debug("Not opened: {}", refused.getMessage());
            opening.complete(new Decoding.Failed(place.unopened(refused)));
        } catch (RuntimeException | LinkageError bug) {
            LOG.error("Decoding broke", bug);
            Problem problem = new Problem(Reason.INTERNAL, place.label());
            opening.complete(new Decoding.Failed(problem));
        }
    }

    private void open(FrameConverter converter) throws AvException {
        AudioReader reader = AudioReader.over(place.open(interrupt), converter);
        int samples;
        try {
            samples = reader.read();
            if (samples < 0) {
                throw new AvException("decoding", avutil.AVERROR_INVALIDDATA());
            }
        } catch (AvException silent) {
            reader.close();
            throw silent;
        }
        MediaInfo info = reader.info();
        BufferedSupply supply = new BufferedSupply(place.buffering(info), interrupt::end);
        info.total().ifPresent(supply::totalIs);
        opening.complete(new Decoding.Opened(info.title().orElseGet(place::label), supply));
        try {
            supply.end(new Rounds(place, interrupt, converter, supply).play(reader, samples));
        } catch (RuntimeException bug) {
            LOG.error("Decoding broke", bug);
            supply.end(new Supply.Failed(new Problem(Reason.INTERNAL, place.label())));
        }
    }
}
