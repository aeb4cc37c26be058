package org.tonewire.app.ui.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceSpec;

/// A session that does at once what it is asked for and opens every source.
public final class FakeRoomSession implements RoomSession {
    private final List<Consumer<SessionEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<SessionCommand> commands = new ArrayList<>();
    private SessionSnapshot now;
    private boolean left;
    private boolean held;
    private Path recordFolder = Path.of("");

    public FakeRoomSession(SessionSnapshot start) {
        this.now = start;
    }

    public List<SessionCommand> commands() {
        return commands;
    }

    public boolean left() {
        return left;
    }

    public int listeners() {
        return listeners.size();
    }

    /// Something happened of itself.
    public void become(UnaryOperator<SessionSnapshot> change, SessionEvent event) {
        now = change.apply(now);
        tell(event);
    }

    public void tell(SessionEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public void submit(SessionCommand command) {
        commands.add(command);
        apply(command);
        tell(new SessionEvent.SettingChanged());
    }

    @Override
    public SessionSnapshot snapshot() {
        return now;
    }

    @Override
    public Runnable onEvent(Consumer<SessionEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void beginLeaving() {
        left = true;
    }

    @Override
    public void leave() {
        beginLeaving();
    }

    private static SourceSpec profile(SourceSpec spec, Profile profile) {
        return new SourceSpec(spec.origin(), profile, spec.gainDb(), spec.name());
    }

    private void apply(SessionCommand command) {
        switch (command) {
            case SessionCommand.AddSource(var id, var spec) -> add(id, spec);
            case SessionCommand.RemoveSource(var id) ->
                    sources(list -> list.stream().filter(s -> !s.id().equals(id)).toList());
            case SessionCommand.ChangeOrigin(var id, var origin) ->
                    source(id, s -> Rooms.withSpec(s, spec(s, origin)));
            case SessionCommand.SetSourceGain(var id, var db) ->
                    source(id, s -> Rooms.withSpec(s, gain(s.spec(), db)));
            case SessionCommand.SetSourceMuted(var id, var muted) ->
                    source(id, s -> Rooms.withMuted(s, muted));
            case SessionCommand.HoldMicrophones(var wanted) -> hold(wanted);
            case SessionCommand.SetSourceProfile(var id, var profile) ->
                    source(id, s -> Rooms.withSpec(s, profile(s.spec(), profile)));
            case SessionCommand.SetTrackGain(var key, var db) ->
                    track(key, f -> new Fader(db, f.pan(), f.muted(), f.solo()));
            case SessionCommand.SetTrackPan(var key, var pan) ->
                    track(key, f -> new Fader(f.gainDb(), pan, f.muted(), f.solo()));
            case SessionCommand.SetTrackMuted(var key, var muted) ->
                    track(key, f -> new Fader(f.gainDb(), f.pan(), muted, f.solo()));
            case SessionCommand.SetTrackSolo(var key, var solo) ->
                    track(key, f -> new Fader(f.gainDb(), f.pan(), f.muted(), solo));
            case SessionCommand.SetOutput(var choice) ->
                    output(o ->
                            new OutputStatus(choice, "", o.masterGainDb(), o.problem(), o.meter()));
            case SessionCommand.SetMasterGain(var db) ->
                    output(o ->
                            new OutputStatus(
                                    o.choice(), o.deviceName(), db, o.problem(), o.meter()));
            case SessionCommand.StartRecording(var folder) -> {
                recordFolder = folder;
                tell(new SessionEvent.RecordingChanged(new RecordingStatus.Running(folder)));
            }
            case SessionCommand.StopRecording() ->
                    tell(
                            new SessionEvent.RecordingChanged(
                                    new RecordingStatus.Ended(recordFolder, 1)));
            case SessionCommand.Rename _, SessionCommand.SendChat _ -> {}
        }
    }

    private void hold(boolean wanted) {
        held = wanted;
        sources(list -> list.stream().map(s -> Rooms.withHeld(s, wanted)).toList());
    }

    private void add(SourceId id, SourceSpec spec) {
        String name = spec.name().orElse(id.value());
        LocalSource source =
                new LocalSource(
                        id,
                        spec,
                        name,
                        false,
                        held && spec.origin() instanceof SourceOrigin.Microphone,
                        new SourceStatus.Live(),
                        new LevelMeter(),
                        () -> new SourcePosition(java.time.Duration.ZERO, Optional.empty()));
        sources(list -> {
            List<LocalSource> more = new ArrayList<>(list);
            more.add(source);
            return more;
        });
    }

    private static SourceSpec spec(LocalSource s, SourceOrigin origin) {
        return new SourceSpec(origin, s.spec().profile(), s.spec().gainDb(), s.spec().name());
    }

    private static SourceSpec gain(SourceSpec spec, double db) {
        return new SourceSpec(spec.origin(), spec.profile(), db, spec.name());
    }

    private void source(SourceId id, UnaryOperator<LocalSource> change) {
        sources(list -> list.stream().map(s -> s.id().equals(id) ? change.apply(s) : s).toList());
    }

    private void sources(UnaryOperator<List<LocalSource>> change) {
        now = Rooms.withSources(now, change.apply(now.sources()));
    }

    private void track(TrackKey key, UnaryOperator<Fader> change) {
        now =
                Rooms.withPeople(
                        now,
                        now.participants().stream().map(p -> retrack(p, key, change)).toList());
    }

    private static RemoteParticipant retrack(
            RemoteParticipant p, TrackKey key, UnaryOperator<Fader> change) {
        return new RemoteParticipant(
                p.id(),
                p.name(),
                p.incoming(),
                p.outgoing(),
                p.tracks().stream()
                        .map(t ->
                                t.key().equals(key)
                                        ? new ReceivedTrackState(
                                                t.key(),
                                                t.name(),
                                                t.mutedByOwner(),
                                                change.apply(t.fader()),
                                                t.meter())
                                        : t)
                        .toList());
    }

    private void output(UnaryOperator<OutputStatus> change) {
        now = Rooms.withOutput(now, change.apply(now.output()));
    }
}
