package org.tonewire.app.media;

import java.io.InputStream;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.media.decode.Decoding;
import org.tonewire.app.media.decode.StreamTimeouts;
import org.tonewire.app.media.pace.BufferedFrameSource;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FollowingFrameSource;
import org.tonewire.app.media.pace.FrameSource;
import org.tonewire.app.media.pace.LeadIn;
import org.tonewire.app.media.pace.PaceClock;
import org.tonewire.app.media.pace.PacedSource;
import org.tonewire.app.media.pace.ToneFrameSource;

/// Opens the sources that need no device. Any thread; blocks until a file's header is read or a
/// server has answered.
public final class MediaSources {
    private static final int LEAD_IN_FRAMES = 30;

    private final InputStream pipe;
    private final Runnable raisePriority;
    private final StreamTimeouts timeouts;
    private final int leadInFrames;
    private final PaceClock clock;

    /// @param pipe the input of [SourceOrigin.Pipe]: standard input
    /// @param raisePriority run by each source's thread as it starts, so that it is scheduled
    ///   before others
    public MediaSources(InputStream pipe, Runnable raisePriority) {
        this(pipe, raisePriority, StreamTimeouts.USUAL, LEAD_IN_FRAMES, PaceClock.SYSTEM);
    }

    /// @param leadInFrames frames of silence before a file or the pipe
    MediaSources(
            InputStream pipe,
            Runnable raisePriority,
            StreamTimeouts timeouts,
            int leadInFrames,
            PaceClock clock) {
        this.pipe = pipe;
        this.raisePriority = raisePriority;
        this.timeouts = timeouts;
        this.leadInFrames = leadInFrames;
        this.clock = clock;
    }

    public SourceOpening open(SourceOrigin.AudioFile file) {
        return switch (Decoding.ofFile(file.path(), file.loop(), timeouts)) {
            case Decoding.Opened(String label, BufferedFrameSource frameSource) ->
                    new SourceOpening.Opened(withLeadIn(label, frameSource));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    public SourceOpening open(SourceOrigin.Address address) {
        return switch (Decoding.ofAddress(address.uri(), timeouts)) {
            case Decoding.Opened(String label, BufferedFrameSource frameSource) ->
                    new SourceOpening.Opened(
                            new PacedSource(label, frameSource, raisePriority, clock));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    /// Begins to read at once, as another program may be waiting to write.
    public SourceOpening open(SourceOrigin.Pipe origin) {
        BufferedFrameSource frameSource = new BufferedFrameSource(Buffering.PIPE, () -> {});
        Thread.ofPlatform().daemon().name("pipe-reader").start(new PipeReader(pipe, frameSource));
        FollowingFrameSource following =
                new FollowingFrameSource(frameSource, Buffering.PIPE.resumeMillis());
        return new SourceOpening.Opened(withLeadIn("Standard input", following));
    }

    public SourceOpening open(SourceOrigin.Tone tone) {
        String label = "%.0f Hz".formatted(tone.frequencyHz());
        return new SourceOpening.Opened(
                new PacedSource(
                        label, new ToneFrameSource(tone.frequencyHz()), raisePriority, clock));
    }

    private PacedSource withLeadIn(String label, FrameSource frameSource) {
        return new PacedSource(label, new LeadIn(leadInFrames, frameSource), raisePriority, clock);
    }
}
