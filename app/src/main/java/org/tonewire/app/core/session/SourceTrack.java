package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.SourceStrip;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.source.SourceStream;

/// A local source, from its device to its feed. Session thread only, but for the strip and the
/// position. The [SendGate] decides what is sent of it.
final class SourceTrack {
    private static final SourcePosition START = new SourcePosition(Duration.ZERO, Optional.empty());

    private final SourceId id;
    private final TrackFeed feed;
    private final RecordTap recordTap;
    private final SourceStrip strip;
    private final SendGate gate;
    private final SoundWatch.Progress progress = new SoundWatch.Progress();
    private final SoundWatch.Silence silence = new SoundWatch.Silence();
    private SourceSpec spec;
    private SourceStatus status = new SourceStatus.Opening();

    /// The last status but `Opening`.
    private SourceStatus beforeOpening = status;

    private boolean away;
    private boolean offered;

    /// The number of the newest opening.
    private int opening;

    private @Nullable VoiceProcessor voice;
    private volatile @Nullable SourceStream stream;

    /// Where the last stream ended.
    private volatile SourcePosition endedAt = START;

    private String label = "";

    SourceTrack(
            SourceId id, SourceSpec spec, TrackFeed feed, RenderReference played, SendGate gate) {
        this.id = id;
        this.spec = spec;
        this.feed = feed;
        this.recordTap = new RecordTap(feed);
        this.strip = new SourceStrip(recordTap, played.reader());
        strip.setChannels(spec.channels());
        this.gate = gate;
        gate.attach(id, spec, strip);
    }

    SourceId id() {
        return id;
    }

    TrackId trackId() {
        return new TrackId(id.value());
    }

    SourceSpec spec() {
        return gate.of(id).map(now -> spec.withGainDb(now.gainDb())).orElse(spec);
    }

    SourceStrip strip() {
        return strip;
    }

    RecordTap recordTap() {
        return recordTap;
    }

    SourceStatus status() {
        return status;
    }

    /// Whether nothing of it is sent.
    boolean isSilent() {
        return gate.of(id).map(SendGate.Allowance::silent).orElse(true);
    }

    String name() {
        return spec.name().orElse(label.isEmpty() ? id.value() : label);
    }

    /// The device's name; empty before it was open.
    String label() {
        return label;
    }

    void setStatus(SourceStatus status) {
        this.status = status;
        switch (status) {
            case SourceStatus.Opening() -> {}
            case SourceStatus.Live() -> becomes(false, true);
            case SourceStatus.Waiting _ -> becomes(true, offered);
            case SourceStatus.Finished() -> becomes(false, offered);
            case SourceStatus.Failed _ -> becomes(false, false);
        }
    }

    private void becomes(boolean nowAway, boolean nowOffered) {
        beforeOpening = status;
        away = nowAway;
        offered = nowOffered;
    }

    /// The stream before ended while another is being opened.
    void endedWhileOpening(SourceStatus end) {
        beforeOpening = end;
        away = end instanceof SourceStatus.Waiting;
    }

    /// The status with the present stream, where no other could be opened.
    SourceStatus streamStatus() {
        return SoundWatch.isStalled(beforeOpening) ? beforeOpening : new SourceStatus.Live();
    }

    boolean isOpening() {
        return status instanceof SourceStatus.Opening;
    }

    /// Whether its device is away, alone or with the sound server; another that was chosen
    /// meanwhile too.
    boolean isAway() {
        return away;
    }

    /// Whether others are offered its track: from its first opening on, until it fails.
    boolean isOffered() {
        return offered;
    }

    /// Once a second: the status, now that this much sound came from its device.
    ///
    /// @param stalled the problem of a device that gives nothing
    SourceStatus watch(Problem stalled) {
        boolean microphone = spec.origin() instanceof SourceOrigin.Microphone;
        boolean live = microphone || spec.origin() instanceof SourceOrigin.Address;
        SourceStream current = stream;
        long frames = current != null && live ? current.health().frames() : 0;
        boolean stuck = progress.isStuck(microphone ? frames : 0);
        boolean silent = silence.lasts(frames, strip.heardFrames()) && !isMuted();
        boolean mayChange = status instanceof SourceStatus.Live || SoundWatch.isStalled(status);
        if (!mayChange) {
            return status;
        }
        if (stuck) {
            return new SourceStatus.Waiting(stalled);
        }
        return silent
                ? new SourceStatus.Waiting(new Problem(Reason.SOURCE_SILENT, name()))
                : new SourceStatus.Live();
    }

    private boolean isMuted() {
        return gate.of(id).map(SendGate.Allowance::muted).orElse(true);
    }

    void setOrigin(SourceOrigin origin) {
        spec = spec.withOrigin(origin);
        gate.changeOrigin(id, origin);
    }

    void setProfile(Profile profile) {
        spec = spec.withProfile(profile);
    }

    void setChannels(ChannelChoice channels) {
        spec = spec.withChannels(channels);
        strip.setChannels(channels);
    }

    /// @return the number of this opening; it replaces all older ones
    int beginOpening() {
        return ++opening;
    }

    boolean isCurrent(int openingNumber) {
        return openingNumber == opening;
    }

    /// @return the stream that was used before, to be closed
    @Nullable SourceStream swap(@Nullable SourceStream next) {
        SourceStream before = stream;
        if (before != null) {
            endedAt = before.position();
        }
        stream = next;
        if (next != null) {
            silence.restart();
            label = next.label();
        }
        return before;
    }

    /// Starts a stream, unless it has been replaced.
    void begin(SourceStream beginning, SourceListener listener) {
        if (beginning.equals(stream)) {
            beginning.call(name());
            beginning.start(strip, listener);
        }
    }

    @Nullable SourceStream stream() {
        return stream;
    }

    boolean hasStream() {
        return stream != null;
    }

    @Nullable VoiceProcessor voice() {
        return voice;
    }

    void setVoice(VoiceProcessor voice) {
        this.voice = voice;
    }

    LocalSource view() {
        return new LocalSource(
                id,
                spec(),
                name(),
                isMuted(),
                gate.of(id).map(SendGate.Allowance::waiting).orElse(false),
                status,
                strip.meter(),
                this::position);
    }

    /// No frame goes out from here on.
    void shut() {
        gate.detach(id, strip);
    }

    /// Only after the stream's thread has ended.
    void close() {
        shut();
        recordTap.end();
        if (voice != null) {
            voice.close();
        }
        feed.close();
    }

    private SourcePosition position() {
        SourceStream current = stream;
        return current == null ? endedAt : current.position();
    }
}
