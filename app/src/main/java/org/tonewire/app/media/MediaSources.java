package org.tonewire.app.media;

import java.io.InputStream;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.media.decode.Decoding;
import org.tonewire.app.media.decode.Patience;
import org.tonewire.app.media.pace.BufferedSupply;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FollowingSupply;
import org.tonewire.app.media.pace.FrameSupply;
import org.tonewire.app.media.pace.LeadIn;
import org.tonewire.app.media.pace.PaceClock;
import org.tonewire.app.media.pace.PacedSource;
import org.tonewire.app.media.pace.ToneSupply;

/// Opens the sources that need no device. Any thread; blocks as long as a file's header or a
/// server's answer takes.
public final class MediaSources {
    private static final int LEAD_IN_FRAMES = 30;

    private final InputStream pipe;
    private final Runnable hurry;
    private final Patience patience;
    private final int leadInFrames;
    private final PaceClock clock;

    /// @param pipe what [SourceOrigin.Pipe] reads: standard input
    /// @param hurry run by each source's thread as it starts, to be scheduled before others
    public MediaSources(InputStream pipe, Runnable hurry) {
        this(pipe, hurry, Patience.USUAL, LEAD_IN_FRAMES, PaceClock.SYSTEM);
    }

    /// @param leadInFrames of silence before a file or the pipe
    MediaSources(
            InputStream pipe,
            Runnable hurry,
            Patience patience,
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
            case Decoding.Opened(String label, BufferedSupply supply) ->
                    new SourceOpening.Opened(withLeadIn(label, supply));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    public SourceOpening open(SourceOrigin.Address address) {
        return switch (Decoding.ofAddress(address.uri(), patience)) {
            case Decoding.Opened(String label, BufferedSupply supply) ->
                    new SourceOpening.Opened(new PacedSource(label, supply, hurry, clock));
            case Decoding.Failed(var problem) -> new SourceOpening.Failed(problem);
        };
    }

    /// Reading begins at once: another program may be waiting to write.
    public SourceOpening open(SourceOrigin.Pipe origin) {
        BufferedSupply supply = new BufferedSupply(Buffering.PIPE, () -> {});
        Thread.ofPlatform().daemon().name("pipe-reader").start(new PipeReader(pipe, supply));
        FollowingSupply following = new FollowingSupply(supply, Buffering.PIPE.resumeMillis());
        return new SourceOpening.Opened(withLeadIn("Standard input", following));
    }

    public SourceOpening open(SourceOrigin.Tone tone) {
        String label = "%.0f Hz".formatted(tone.frequencyHz());
        return new SourceOpening.Opened(
                new PacedSource(label, new ToneSupply(tone.frequencyHz()), hurry, clock));
    }

    private PacedSource withLeadIn(String label, FrameSupply supply) {
        return new PacedSource(label, new LeadIn(leadInFrames, supply), hurry, clock);
    }
}
