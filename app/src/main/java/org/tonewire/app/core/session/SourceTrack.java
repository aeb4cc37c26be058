package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.SourceStrip;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
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

/// A source of one's own from its device to its feed. Session thread only, but for the strip and
/// the position.
final class SourceTrack {
    private static final SourcePosition START = new SourcePosition(Duration.ZERO, Optional.empty());

    private final SourceId id;
    private final TrackFeed feed;
    private final RecordTap recordTap;
    private final SourceStrip strip;
    private SourceSpec spec;
    private SourceStatus status = new SourceStatus.Opening();
    private boolean muted;
    private boolean held;
    private int opening;
    private @Nullable VoiceProcessor voice;
    private volatile @Nullable SourceStream stream;
    private String label = "";

    SourceTrack(SourceId id, SourceSpec spec, TrackFeed feed, RenderReference played) {
        this.id = id;
        this.spec = spec;
        this.feed = feed;
        this.recordTap = new RecordTap(feed);
        this.strip = new SourceStrip(recordTap, played.reader());
        strip.setGainDb(spec.gainDb());
    }

    SourceId id() {
        return id;
    }

    TrackId trackId() {
        return new TrackId(id.value());
    }

    SourceSpec spec() {
        return spec;
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
        return muted || waits();
    }

    /// Only microphones are held.
    private boolean waits() {
        return held && spec.origin() instanceof SourceOrigin.Microphone;
    }

    String name() {
        return spec.name().orElse(label.isEmpty() ? id.value() : label);
    }

    void setStatus(SourceStatus status) {
        this.status = status;
    }

    void setMuted(boolean muted) {
        this.muted = muted;
        strip.setMuted(isSilent());
    }

    /// Silences it while it is a microphone, whether or not it is muted.
    void hold(boolean held) {
        this.held = held;
        strip.setMuted(isSilent());
    }

    void setGainDb(double gainDb) {
        spec = new SourceSpec(spec.origin(), spec.profile(), gainDb, spec.name());
        strip.setGainDb(gainDb);
    }

    void setOrigin(SourceOrigin origin) {
        spec = new SourceSpec(origin, spec.profile(), spec.gainDb(), spec.name());
        strip.setMuted(isSilent());
    }

    void setProfile(Profile profile) {
        spec = new SourceSpec(spec.origin(), profile, spec.gainDb(), spec.name());
    }

    /// @return a number for this opening; an older one no longer counts
    int beginOpening() {
        return ++opening;
    }

    boolean isCurrent(int number) {
        return number == opening;
    }

    /// @return the stream that was used before, to be closed
    @Nullable SourceStream swap(@Nullable SourceStream next) {
        SourceStream before = stream;
        stream = next;
        if (next != null) {
            label = next.label();
        }
        return before;
    }

    /// Lets a stream sound, unless it has been replaced.
    void begin(SourceStream beginning, SourceListener listener) {
        if (beginning.equals(stream)) {
            beginning.start(strip, listener);
        }
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
                id, spec, name(), muted, waits(), status, strip.meter(), this::position);
    }

    /// Only after the stream's thread has ended.
    void close() {
        recordTap.end();
        if (voice != null) {
            voice.close();
        }
        feed.close();
    }

    private SourcePosition position() {
        SourceStream current = stream;
        return current == null ? START : current.position();
    }
}
