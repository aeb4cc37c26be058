package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.LocalSource;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.OpenStreams;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.Reopening;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.signaling.protocol.ParticipantName;

/// This participant's sources: opens them off the session thread, sends each as a track. Session
/// thread only, but for [#endStreams()] and [#awaitStreams()].
final class LocalSources {
    private static final Logger log = LoggerFactory.getLogger(LocalSources.class);
    private static final int FADE_OUT_FRAMES = 10;
    private static final Duration END_LIMIT = Duration.ofMillis(2_500);

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
    private final SourceOpener opener;
    private final Supplier<VoiceProcessor> voices;
    private final SendGate gate;
    private final Observer observer;
    private final OpenStreams streams;
    private final Map<SourceId, SourceTrack> sources = new LinkedHashMap<>();
    private ParticipantName name;
    private @Nullable Shared shared;

    /// Parts of the session that every source uses.
    private record Shared(PeerLinks links, RenderReference played) {}

    /// @param voices makes the voice processing of one source
    LocalSources(
            SessionLoop loop,
            SourceOpener opener,
            Supplier<VoiceProcessor> voices,
            SendGate gate,
            ParticipantName name,
            Observer observer) {
        this.loop = loop;
        this.streams = new OpenStreams(loop::runBlocking);
        this.opener = opener;
        this.voices = voices;
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

    /// The tracks that every link offers.
    List<SendTrack> published() {
        return sources.values().stream()
                .filter(source -> !(source.status() instanceof SourceStatus.Opening))
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
        closeStream(source.swap(null), () -> release(source));
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

    /// Begins to end every stream and gives its device back. Any thread; returns at once.
    void endStreams() {
        streams.closeAll();
    }

    /// Waits until every stream has ended, some seconds at most. Not for the session thread.
    void awaitStreams() {
        if (!streams.awaitEnd(END_LIMIT)) {
            log.warn("a source's device did not close within {}", END_LIMIT);
        }
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
        int number = source.beginOpening();
        setStatus(source, new SourceStatus.Opening());
        open(source, number, origin, opening -> opened(source, origin, number, opening));
    }

    /// Opens a stream on another thread, and hands it over unless the source was changed meanwhile.
    private void open(
            SourceTrack source, int number, SourceOrigin origin, Consumer<SourceOpening> then) {
        loop.runBlocking(() -> {
            SourceOpening opening = openGuarded(origin);
            Consumer<SourceOpening> drop = this::discard;
            if (!loop.post(() -> (counts(source, number) ? then : drop).accept(opening))) {
                drop.accept(opening);
            }
        });
    }

    private SourceOpening openGuarded(SourceOrigin origin) {
        try {
            SourceOpening opening = opener.open(origin);
            if (opening instanceof SourceOpening.Opened(SourceStream stream)) {
                streams.opened(stream);
            }
            return opening;
        } catch (RuntimeException e) {
            log.error("opening a source", e);
            return new SourceOpening.Failed(Problem.of(Reason.INTERNAL));
        }
    }

    private void opened(
            SourceTrack source, SourceOrigin origin, int number, SourceOpening opening) {
        switch (opening) {
            case SourceOpening.Failed(Problem problem) when source.hasStream() -> {
                observer.emit(new SessionEvent.ProblemOccurred(problem));
                setStatus(source, new SourceStatus.Live());
            }
            case SourceOpening.Failed(Problem problem)
                    when source.isAway() && Reopening.mayHelp(problem) -> {
                source.setOrigin(origin);
                waitFor(source, number, problem, "");
            }
            case SourceOpening.Failed(Problem problem) ->
                    setStatus(source, new SourceStatus.Failed(problem));
            case SourceOpening.Opened(SourceStream stream) -> {
                source.setOrigin(origin);
                applyVoice(source);
                closeStream(source.swap(stream), () -> start(source, stream, number));
            }
        }
    }

    private void start(SourceTrack source, SourceStream stream, int number) {
        if (!counts(source, number)) {
            closeStream(stream, () -> {});
            return;
        }
        setStatus(source, new SourceStatus.Live());
        observer.tracksChanged();
        observer.stateChanged();
        Runnable begin = () -> source.begin(stream, new Ending(source, number));
        if (source.spec().origin().hasBeginning()) {
            observer.whenSettled(begin);
        } else {
            begin.run();
        }
    }

    /// The sound server is gone, and the device with it. The track stays and sends nothing
    /// meanwhile. A device that a person chooses meanwhile is waited for instead.
    private void waitFor(SourceTrack source, int number, Problem problem, String label) {
        setStatus(source, new SourceStatus.Waiting(problem));
        reopenLater(source, number, new Reopening(source.spec().origin(), label));
    }

    private void reopenLater(SourceTrack source, int number, Reopening reopening) {
        Runnable again = () -> reopen(source, number, reopening);
        loop.after(Reopening.EVERY, () -> ifCurrent(source, number, again));
    }

    private void ifCurrent(SourceTrack source, int number, Runnable task) {
        if (counts(source, number)) {
            task.run();
        }
    }

    private void reopen(SourceTrack source, int number, Reopening reopening) {
        SourceOrigin origin = reopening.next();
        open(source, number, origin, opening -> reopened(source, number, reopening, opening));
    }

    private void reopened(
            SourceTrack source, int number, Reopening reopening, SourceOpening opening) {
        switch (opening) {
            case SourceOpening.Failed(Problem problem) -> {
                reopening.failed(problem);
                reopenLater(source, number, reopening);
            }
            case SourceOpening.Opened(SourceStream stream) -> {
                source.swap(stream);
                setStatus(source, new SourceStatus.Live());
                observer.stateChanged();
                source.begin(stream, new Ending(source, number));
            }
        }
    }

    private boolean counts(SourceTrack source, int number) {
        return source.isCurrent(number) && sources.get(source.id()) == source;
    }

    private void applyVoice(SourceTrack source) {
        boolean wanted = source.spec().profile().processesVoice();
        VoiceProcessor voice = source.voice();
        if (wanted && voice == null) {
            voice = voices.get();
            source.setVoice(voice);
        }
        source.strip().setVoice(wanted ? voice : null);
    }

    void setStatus(SourceTrack source, SourceStatus status) {
        source.setStatus(status);
        observer.emit(new SessionEvent.SourceChanged(source.id(), source.name(), status));
    }

    private void closeStream(@Nullable SourceStream stream, Runnable then) {
        if (stream == null) {
            then.run();
            return;
        }
        var _ = streams.close(stream).thenRun(() -> loop.post(then));
    }

    private void discard(SourceOpening opening) {
        if (opening instanceof SourceOpening.Opened(SourceStream stream)) {
            var _ = streams.close(stream);
        }
    }

    private static TrackId trackId(SourceId id) {
        return new TrackId(id.value());
    }

    /// Reports the end of a source on the session thread.
    private final class Ending implements SourceListener {
        private final SourceTrack source;
        private final int number;

        Ending(SourceTrack source, int number) {
            this.source = source;
            this.number = number;
        }

        @Override
        public void ended() {
            source.strip().sendSilence(FADE_OUT_FRAMES);
            report(new SourceStatus.Finished());
        }

        @Override
        public void failed(Problem problem) {
            source.strip().sendSilence(FADE_OUT_FRAMES);
            report(
                    problem.reason() == Reason.SOUND_SERVER_GONE
                            ? new SourceStatus.Waiting(problem)
                            : new SourceStatus.Failed(problem));
        }

        private void report(SourceStatus status) {
            loop.post(() -> ifCurrent(source, number, () -> ended(status)));
        }

        private void ended(SourceStatus status) {
            if (status instanceof SourceStatus.Waiting(Problem problem)) {
                closeStream(source.swap(null), () -> {});
                waitFor(source, number, problem, source.label());
            } else {
                setStatus(source, status);
            }
        }
    }
}
