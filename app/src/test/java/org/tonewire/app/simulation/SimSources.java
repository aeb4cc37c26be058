package org.tonewire.app.simulation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.FakeSources;

/// The sources of one person: what was asked of its session, and the streams that it opened. The
/// samples of a stream tell where it comes from.
final class SimSources {
    private static final float CLOSE = 1e-3f;

    private final FakeSources streams;
    private final Consumer<SessionCommand> session;
    private final SourceIds ids = new SourceIds();
    private final Map<SourceId, Source> sources = new LinkedHashMap<>();

    /// Of every source that there ever was.
    private final Set<Float> values = new HashSet<>();

    private boolean devicesAway;

    /// @param origin where its stream comes from
    record Source(SourceOrigin origin, boolean muted) {
        /// Every sample of it.
        float heard() {
            return muted ? 0f : valueOf(origin);
        }
    }

    SimSources(FakeSources streams, Consumer<SessionCommand> session) {
        this.streams = streams;
        this.session = session;
    }

    Map<SourceId, Source> all() {
        return sources;
    }

    void add(SourceOrigin origin) {
        SourceId id = ids.next();
        put(id, new Source(origin, false));
        session.accept(
                new SessionCommand.AddSource(
                        id, new SourceSpec(origin, Profile.MUSIC, 0, Optional.empty())));
    }

    void remove(SourceId id) {
        sources.remove(id);
        session.accept(new SessionCommand.RemoveSource(id));
    }

    void mute(SourceId id, boolean muted) {
        sources.computeIfPresent(id, (_, source) -> new Source(source.origin(), muted));
        session.accept(new SessionCommand.SetSourceMuted(id, muted));
    }

    void changeOrigin(SourceId id, SourceOrigin origin) {
        Source before = sources.get(id);
        if (before != null) {
            put(id, changed(before, origin));
        }
        session.accept(new SessionCommand.ChangeOrigin(id, origin));
    }

    /// A device that is away cannot be changed to: what sounds goes on. Where nothing sounds, as
    /// the device before is away too, it is waited for.
    private Source changed(Source source, SourceOrigin origin) {
        boolean soundsOn = devicesAway && !FakeSources.isDevice(source.origin());
        return soundsOn && FakeSources.isDevice(origin)
                ? source
                : new Source(origin, source.muted());
    }

    private void put(SourceId id, Source source) {
        sources.put(id, source);
        values.add(valueOf(source.origin()));
    }

    void setProfile(SourceId id, Profile profile) {
        session.accept(new SessionCommand.SetSourceProfile(id, profile));
    }

    boolean areDevicesAway() {
        return devicesAway;
    }

    void loseDevices() {
        devicesAway = true;
        streams.devicesGo(Problem.of(Reason.SOUND_SERVER_GONE));
    }

    void findDevices() {
        devicesAway = false;
        streams.devicesComeBack();
    }

    /// Every stream that is open plays its samples.
    void play() {
        for (FakeSources.Stream stream : streams.streams) {
            if (!stream.isClosed()) {
                stream.play(3, valueOf(stream.origin()));
            }
        }
    }

    /// Whether a sample may come from a source of this person, at any time; silence may.
    boolean mayHavePlayed(float sample) {
        return sample < CLOSE
                || values.stream().anyMatch(value -> Math.abs(value - sample) < CLOSE);
    }

    boolean areStreamsClosed() {
        return streams.streams.stream().allMatch(FakeSources.Stream::isClosed);
    }

    private static float valueOf(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Tone(double frequencyHz) -> (float) (frequencyHz / 20_000);
            case SourceOrigin.AudioFile(Path path, _) -> Float.parseFloat(path.toString());
            case SourceOrigin.Microphone(var device) ->
                    Float.parseFloat(device.orElseThrow().value());
            case SourceOrigin.SystemAudio _, SourceOrigin.Address _, SourceOrigin.Pipe _ ->
                    throw new AssertionError("nobody uses this here");
        };
    }
}
