package org.tonewire.app.media.decode;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.BufferedFrameSource;
import org.tonewire.app.media.pace.FrameResult;

/// The decoding thread's work: opens what is first, reports the result, decodes ahead until the
/// end. All FFmpeg objects are made and freed on this thread.
final class DecodeLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeLoop.class);

    private final MediaLocation location;
    private final AvInterrupt interrupt;
    private final CompletableFuture<Decoding> opening;
    private volatile @Nullable PlayOrder order;

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
            PlayOrder playing = new PlayOrder(location, interrupt, converter);
            order = playing;
            Optional<PlayOrder.Opened> first = playing.next();
            if (first.isPresent()) {
                play(playing, first.get(), converter);
            } else {
                opening.complete(new Decoding.Failed(playing.problem()));
            }
        } catch (RuntimeException | LinkageError bug) {
            LOG.error("Decoding failed", bug);
            opening.complete(new Decoding.Failed(internal()));
        }
    }

    /// Whether what it opens turned out to be a playlist. Any thread.
    boolean isInPlaylist() {
        PlayOrder playing = order;
        return playing != null && playing.isExpanded();
    }

    private void play(PlayOrder order, PlayOrder.Opened first, FrameConverter converter) {
        MediaInfo info = first.reader().info();
        BufferedFrameSource frameSource =
                new BufferedFrameSource(first.location().buffering(info), interrupt::end);
        info.total().filter(_ -> !order.isPlaylist()).ifPresent(frameSource::setTotal);
        String label = info.title().orElseGet(first.location()::label);
        opening.complete(new Decoding.Opened(label, frameSource));
        try {
            frameSource.end(playInTurn(order, first, converter, frameSource));
        } catch (RuntimeException bug) {
            LOG.error("Decoding failed", bug);
            frameSource.end(new FrameResult.Failed(internal()));
        }
    }

    private FrameResult playInTurn(
            PlayOrder order,
            PlayOrder.Opened first,
            FrameConverter converter,
            BufferedFrameSource frameSource) {
        FrameResult result = FrameResult.ENDED;
        Optional<PlayOrder.Opened> next = Optional.of(first);
        while (next.isPresent()) {
            PlayOrder.Opened now = next.get();
            result =
                    new DecodeRounds(now.location(), interrupt, converter, frameSource)
                            .play(now.reader(), now.samples());
            converter.close();
            next = order.next().or(order::again);
        }
        return result;
    }

    private Problem internal() {
        return new Problem(Reason.INTERNAL, location.label());
    }
}
