package org.tonewire.app.media.decode;

import java.util.concurrent.CompletableFuture;
import org.bytedeco.ffmpeg.global.avutil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.BufferedFrameSource;
import org.tonewire.app.media.pace.FrameResult;

/// The decoding thread's work: opens the input, reports the result, decodes ahead until the end.
/// All FFmpeg objects are made and freed on this thread.
final class DecodeLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeLoop.class);

    private final MediaLocation location;
    private final AvInterrupt interrupt;
    private final CompletableFuture<Decoding> opening;

    DecodeLoop(MediaLocation location, AvInterrupt interrupt, CompletableFuture<Decoding> opening) {
        this.location = location;
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
            opening.complete(new Decoding.Failed(location.unopened(refused)));
        } catch (RuntimeException | LinkageError bug) {
            LOG.error("Decoding failed", bug);
            Problem problem = new Problem(Reason.INTERNAL, location.label());
            opening.complete(new Decoding.Failed(problem));
        }
    }

    private void open(FrameConverter converter) throws AvException {
        AudioReader reader =
                AudioReader.over(location.open(interrupt), converter, location.history());
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
        BufferedFrameSource frameSource =
                new BufferedFrameSource(location.buffering(info), interrupt::end);
        info.total().ifPresent(frameSource::setTotal);
        opening.complete(new Decoding.Opened(info.title().orElseGet(location::label), frameSource));
        try {
            frameSource.end(
                    new DecodeRounds(location, interrupt, converter, frameSource)
                            .play(reader, samples));
        } catch (RuntimeException bug) {
            LOG.error("Decoding failed", bug);
            frameSource.end(new FrameResult.Failed(new Problem(Reason.INTERNAL, location.label())));
        }
    }
}
