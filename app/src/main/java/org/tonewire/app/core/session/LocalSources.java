package org.tonewire.app.core.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.Reopening;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.signaling.protocol.ParticipantName;

/// This participant's sources: opens them off the session thread, sends each as a track. Session
/// thread only, but for [#endStreams()] and [#awaitStreams()].
final class LocalSources {
    private static final int TRAILING_SILENCE_FRAMES = 10;

    /// Notified of changes that the other participants should know.
    interface Observer {
        /// Tracks were added, removed or changed their profile: every link makes another offer.
        void tracksChanged();

        /// Runs this when every participant has the tracks of the last offer, or after a limit.
        void whenSettled(Runnable then);

        /// A name or a mute changed.
        void stateChanged();

        void emit(SessionEvent event);
    }

    private final SessionLoop loop;
    private final LocalAudio audio;
    private final SendGate gate;
    private final Observer observer;
    private final SourceStreams streams;
    private final Map<SourceId, SourceTrack> sources = new LinkedHashMap<>();
    private ParticipantName name;
    private @Nullable Shared shared;

    /// Parts of the session that every source uses.
    private record Shared(PeerLinks links, RenderReference played) {}

    LocalSources(
            SessionLoop loop,
            LocalAudio audio,
            SendGate gate,
            ParticipantName name,
            Observer observer) {
        this.loop = loop;
        this.streams = new SourceStreams(loop, audio);
        this.audio = audio;
        this.gate = gate;
        this.name = name;
        this.observer = observer;
    }

    /// Before anything is added.
    ///
    /// @param played what this computer plays, for echo cancellation
    void use(PeerLinks links, RenderReference played) {
        shared = new Shared(links, played);
    }

    ParticipantName name() {
        return name;
    }

    void rename(ParticipantName name) {
        this.name = name;
        observer.stateChanged();
    }

    /// The tracks that every link offers: of every source that was opened and has not failed.
    List<SendTrack> sendTracks() {
        return sources.values().stream()
                .filter(SourceTrack::isOffered)
                .map(source -> new SendTrack(source.trackId(), source.spec().profile()))
                .toList();
    }

    ControlMessage.State state() {
        return new ControlMessage.State(
                name.value(),
                sources.values().stream()
                        .map(source ->
                                new ControlMessage.TrackInfo(
                                        source.trackId(),
                                        source.name(),
                                        source.spec().profile(),
                                        source.isSilent()))
                        .toList());
    }

    List<LocalSource> view() {
        return sources.values().stream().map(SourceTrack::view).toList();
    }

    Iterable<SourceTrack> tracks() {
        return sources.values();
    }

    void add(SourceId id, SourceSpec spec) {
        Shared parts = shared;
        if (parts == null || sources.containsKey(id)) {
            return;
        }
        SourceTrack source =
                new SourceTrack(
                        id, spec, parts.links().openFeed(trackId(id)), parts.played(), gate);
        sources.put(id, source);
        open(source, spec.origin());
    }

    void remove(SourceId id) {
        SourceTrack source = sources.remove(id);
        if (source == null) {
            return;
        }
        source.beginOpening();
        source.shut();
        observer.emit(new SessionEvent.SourceRemoved(id));
        observer.tracksChanged();
        streams.close(source.swap(null), () -> release(source));
    }

    void changeOrigin(SourceId id, SourceOrigin origin) {
        SourceTrack source = sources.get(id);
        if (source != null) {
            open(source, origin);
        }
    }

    /// The gate changed: reports its present state, which may be newer than the command that caused
    /// this call.
    void gateChanged() {
        observer.emit(new SessionEvent.SettingChanged());
        observer.stateChanged();
    }

    void setProfile(SourceId id, Profile profile) {
        change(
                id,
                source -> {
                    source.setProfile(profile);
                    applyVoice(source);
                });
        observer.tracksChanged();
    }

    void setChannels(SourceId id, ChannelChoice channels) {
        change(id, source -> source.setChannels(channels));
    }

    /// Begins to end every stream and gives its device back. Any thread; returns at once.
    void endStreams() {
        streams.endAll();
    }

    /// Waits until every stream has ended, some seconds at most. Not for the session thread.
    void awaitStreams() {
        streams.awaitEnd();
    }

    /// Releases what the sources used, when their streams have ended.
    void close() {
        List<SourceTrack> all = List.copyOf(sources.values());
        sources.clear();
        all.forEach(this::release);
    }

    /// Frees nothing that a stream which does not end may still use.
    private void release(SourceTrack source) {
        source.shut();
        SourceStream stream = source.stream();
        if (stream == null || streams.hasEnded(stream)) {
            source.close();
        }
    }

    private void change(SourceId id, Consumer<SourceTrack> change) {
        SourceTrack source = sources.get(id);
        if (source != null) {
            change.accept(source);
            observer.emit(new SessionEvent.SettingChanged());
        }
    }

    private void open(SourceTrack source, SourceOrigin origin) {
        int openingNumber = source.beginOpening();
        setStatus(source, new SourceStatus.Opening());
        streams.open(origin, opening -> opened(source, origin, openingNumber, opening));
    }

    private void opened(
            SourceTrack source, SourceOrigin origin, int openingNumber, SourceOpening opening) {
        if (!isCurrent(source, openingNumber)) {
            streams.discard(opening);
            return;
        }
        switch (opening) {
            case SourceOpening.Failed(Problem problem) when source.hasStream() -> {
                observer.emit(new SessionEvent.ProblemOccurred(problem));
                setStatus(source, source.streamStatus());
            }
            case SourceOpening.Failed(Problem problem)
                    when source.isAway() && Reopening.mayHelp(problem) -> {
                source.setOrigin(origin);
                waitFor(source, problem, "");
            }
            case SourceOpening.Failed(Problem problem) ->
                    setStatus(source, new SourceStatus.Failed(problem));
            case SourceOpening.Opened(SourceStream stream) -> {
                source.setOrigin(origin);
                applyVoice(source);
                streams.close(source.swap(stream), () -> start(source, stream, openingNumber));
            }
        }
    }

    /// Starts a stream when the one before has ended. A newer choice does not hold it up: it plays
    /// on if the newer device cannot be opened.
    private void start(SourceTrack source, SourceStream stream, int openingNumber) {
        if (!isInUse(source, stream)) {
            return;
        }
        if (isCurrent(source, openingNumber)) {
            setStatus(source, new SourceStatus.Live());
        }
        observer.tracksChanged();
        observer.stateChanged();
        Runnable begin = () -> source.begin(stream, new Ending(source, stream));
        if (source.spec().origin().hasBeginning()) {
            observer.whenSettled(begin);
        } else {
            begin.run();
        }
    }

    /// The stream ended by itself. While another is being opened, that one decides the status.
    private void ended(SourceTrack source, SourceStatus end) {
        streams.close(source.swap(null), () -> {});
        if (source.isOpening()) {
            source.endedWhileOpening(end);
        } else if (end instanceof SourceStatus.Waiting(Problem problem)) {
            waitFor(source, problem, source.label());
        } else {
            setStatus(source, end);
        }
    }

    /// The device is gone, alone or with its sound server. The track stays and sends nothing
    /// meanwhile. A device that a person chooses meanwhile is waited for instead.
    private void waitFor(SourceTrack source, Problem problem, String label) {
        int openingNumber = source.beginOpening();
        setStatus(source, new SourceStatus.Waiting(problem));
        reopenLater(source, openingNumber, new Reopening(source.spec().origin(), label));
    }

    private void reopenLater(SourceTrack source, int openingNumber, Reopening reopening) {
        loop.after(
                Reopening.EVERY,
                () -> {
                    if (isCurrent(source, openingNumber)) {
                        streams.open(
                                reopening.next(),
                                opening -> reopened(source, openingNumber, reopening, opening));
                    }
                });
    }

    private void reopened(
            SourceTrack source, int openingNumber, Reopening reopening, SourceOpening opening) {
        if (!isCurrent(source, openingNumber)) {
            streams.discard(opening);
            return;
        }
        switch (opening) {
            case SourceOpening.Failed(Problem problem) -> {
                reopening.failed(problem);
                reopenLater(source, openingNumber, reopening);
            }
            case SourceOpening.Opened(SourceStream stream)
                    when !reopening.accepts(stream.label()) -> {
                streams.discard(opening);
                reopenLater(source, openingNumber, reopening);
            }
            case SourceOpening.Opened(SourceStream stream) -> {
                source.swap(stream);
                setStatus(source, new SourceStatus.Live());
                observer.stateChanged();
                source.begin(stream, new Ending(source, stream));
            }
        }
    }

    /// Whether this opening was not replaced by a newer one.
    private boolean isCurrent(SourceTrack source, int openingNumber) {
        return source.isCurrent(openingNumber) && isPresent(source);
    }

    private boolean isInUse(SourceTrack source, SourceStream stream) {
        return stream.equals(source.stream()) && isPresent(source);
    }

    private boolean isPresent(SourceTrack source) {
        return sources.get(source.id()) == source;
    }

    private void applyVoice(SourceTrack source) {
        boolean wanted = source.spec().profile().processesVoice();
        VoiceProcessor voice = source.voice();
        if (wanted && voice == null) {
            voice = audio.openVoice();
            source.setVoice(voice);
        }
        source.strip().setVoice(wanted ? voice : null);
    }

    void setStatus(SourceTrack source, SourceStatus status) {
        boolean wasOffered = source.isOffered();
        source.setStatus(status);
        observer.emit(new SessionEvent.SourceChanged(source.id(), source.name(), status));
        if (wasOffered && !source.isOffered()) {
            observer.tracksChanged();
        }
    }

    private static TrackId trackId(SourceId id) {
        return new TrackId(id.value());
    }

    /// Reports the end of a stream on the session thread, if the source still uses it.
    private final class Ending implements SourceListener {
        private final SourceTrack source;
        private final SourceStream stream;

        Ending(SourceTrack source, SourceStream stream) {
            this.source = source;
            this.stream = stream;
        }

        @Override
        public void ended() {
            source.strip().sendSilence(TRAILING_SILENCE_FRAMES);
            report(new SourceStatus.Finished());
        }

        @Override
        public void failed(Problem problem) {
            source.strip().sendSilence(TRAILING_SILENCE_FRAMES);
            report(
                    Reopening.mayReturn(problem)
                            ? new SourceStatus.Waiting(problem)
                            : new SourceStatus.Failed(problem));
        }

        private void report(SourceStatus end) {
            loop.post(() -> {
                if (isInUse(source, stream)) {
                    LocalSources.this.ended(source, end);
                }
            });
        }
    }
}
