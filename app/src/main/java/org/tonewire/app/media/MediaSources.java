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

/// Opens the sources that need no device. Any thread; blocks as long as a file's header or a
/// server's answer takes.
public final class MediaSources {
    private static final int LEAD_IN_FRAMES = 30;

    private final InputStream pipe;
    private final Runnable hurry;
    private final StreamTimeouts patience;
    private final int leadInFrames;
    private final PaceClock clock;

    /// @param pipe what [SourceOrigin.Pipe] reads: standard input
    /// @param hurry run by each source's thread as it starts, to be scheduled before others
    public MediaSources(InputStream pipe, Runnable hurry) {
        this(pipe, hurry, StreamTimeouts.USUAL, LEAD_IN_FRAMES, PaceClock.SYSTEM);
    }

    /// @param leadInFrames of silence before a file or the pipe
    MediaSources(
            InputStream pipe,
            Runnable hurry,
            StreamTimeouts patience,
            int leadInFrames,
            PaceClock clock) {
        this.pipe = pipe;
        this.hurry = hurry;
        this.patience = patience;
        this.leadInFrames = leadInFrames;
        this.clock = clock;
    }

    public SourceOpening open(SourceOrigin.AudioFile file) {
        return switch (Decoding.ofFile(file.path(), file.loop())) {
            case Decoding.Opened(String label, BufferedFrameSource frameSource) ->
                    new SourceOpening.Opened(withLeadIn(label, frameSource));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    public SourceOpening open(SourceOrigin.Address address) {
        return switch (Decoding.ofAddress(address.uri(), patience)) {
            case Decoding.Opened(String label, BufferedFrameSource frameSource) ->
                    new SourceOpening.Opened(new PacedSource(label, frameSource, hurry, clock));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    /// Reading begins at once: another program may be waiting to write.
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
                new PacedSource(label, new ToneFrameSource(tone.frequencyHz()), hurry, clock));
    }

    private PacedSource withLeadIn(String label, FrameSource frameSource) {
        return new PacedSource(label, new LeadIn(leadInFrames, frameSource), hurry, clock);
    }
}
