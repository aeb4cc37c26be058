package org.tonewire.app.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.session.LiveSession;
import org.tonewire.app.core.session.LiveSessions;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.FakeAudio;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeNetwork;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.ManualLoop;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.app.signaling.VirtualChannel;
import org.tonewire.signaling.protocol.ParticipantName;

/// A real session, and what its person asked of it: what the others should see and hear.
final class SimPerson {
    private static final Invite INVITE =
            InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    private static final JsonControlCodec CODEC = new JsonControlCodec();

    private final int number;
    private final ManualLoop loop = new ManualLoop();
    private final FakeSources streams = new FakeSources();
    private final FakeOutput output = new FakeOutput();
    private final FakeRecorders recorders = new FakeRecorders();
    private final LiveSession session;
    private final Map<SourceId, Source> sources = new LinkedHashMap<>();
    private final Map<TrackKey, Fader> faders = new LinkedHashMap<>();
    private final Set<String> told = new TreeSet<>();
    private final Set<String> chats = new LinkedHashSet<>();
    private final List<String> greetings = new ArrayList<>();
    private final List<SimSocket> sockets = new ArrayList<>();
    private final SourceIds ids = new SourceIds();
    private @Nullable FakeLinks links;
    private String name;
    private boolean left;
    private boolean wasIn;
    private boolean devicesAway;
    private boolean greeting;
    private boolean recording;
    private int recordingsTold;

    /// @param origin where its stream comes from
    record Source(SourceOrigin origin, boolean muted) {
        /// Every sample of it.
        float heard() {
            return muted ? 0f : valueOf(origin);
        }
    }

    /// Begins to join.
    SimPerson(int number, SimServer server, SimNetwork network) {
        this.number = number;
        this.name = "Person " + number;
        loop.passUntil(server.clock().nanoTime());
        session =
                new LiveSessions(
                                new FakeAudio(streams, output),
                                recorders,
                                () -> channel(server, network),
                                executor -> links(executor, network.of(number)),
                                CODEC,
                                () -> IceSettings.NONE)
                        .joinOn(
                                loop,
                                new JoinRequest(INVITE, new ParticipantName(name)),
                                new OutputChoice.None(),
                                this::happened);
    }

    private VirtualChannel channel(SimServer server, SimNetwork network) {
        return new VirtualChannel(
                server.clock(),
                events -> {
                    SimSocket socket = server.connect(events, () -> network.isOnline(number));
                    sockets.add(socket);
                    return socket;
                },
                server.random());
    }

    private PeerLinks links(Executor executor, FakeNetwork network) {
        FakeLinks made = new FakeLinks(executor, network);
        links = made;
        return made;
    }

    private void happened(SessionEvent event) {
        if (event instanceof SessionEvent.ParticipantJoined(var id, _) && !told.add(id.value())) {
            throw new AssertionError(id + " was told there twice");
        }
        if (greeting && event instanceof SessionEvent.ParticipantJoined(var id, _)) {
            sayWelcome("1, " + id);
            sayWelcome("2, " + id);
        }
        if (event instanceof SessionEvent.ParticipantLeft(var id, _, _)
                && !told.remove(id.value())) {
            throw new AssertionError(id + " was told gone twice");
        }
        if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus.InRoom _)) {
            wasIn = true;
        }
        if (event instanceof SessionEvent.ChatReceived(_, _, String text) && !chats.add(text)) {
            throw new AssertionError(name + " was told twice: " + text);
        }
        if (event instanceof SessionEvent.RecordingChanged(RecordingStatus status)) {
            recordingsTold += status instanceof RecordingStatus.Ended ? -1 : 1;
        }
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    ManualLoop loop() {
        return loop;
    }

    SessionSnapshot view() {
        return session.snapshot();
    }

    boolean hasLeft() {
        return left;
    }

    boolean isInRoom() {
        return view().connection() instanceof ConnectionStatus.InRoom;
    }

    /// The session ended after it was in the room, and nobody asked for that.
    boolean wasThrownOut() {
        return wasIn && !left && view().connection() instanceof ConnectionStatus.Ended;
    }

    boolean isOver() {
        return left || view().connection() instanceof ConnectionStatus.Ended;
    }

    Map<SourceId, Source> sources() {
        return sources;
    }

    Set<String> toldPresent() {
        return told;
    }

    /// What this person set for a track.
    Fader fader(TrackKey key) {
        return faders.getOrDefault(key, Fader.UNITY);
    }

    void add(SourceOrigin origin) {
        SourceId id = ids.next();
        sources.put(id, new Source(origin, false));
        session.submit(
                new SessionCommand.AddSource(
                        id, new SourceSpec(origin, Profile.MUSIC, 0, Optional.empty())));
    }

    void remove(SourceId id) {
        sources.remove(id);
        session.submit(new SessionCommand.RemoveSource(id));
    }

    void mute(SourceId id, boolean muted) {
        sources.computeIfPresent(id, (_, source) -> new Source(source.origin(), muted));
        session.submit(new SessionCommand.SetSourceMuted(id, muted));
    }

    void changeOrigin(SourceId id, SourceOrigin origin) {
        sources.computeIfPresent(id, (_, source) -> changed(source, origin));
        session.submit(new SessionCommand.ChangeOrigin(id, origin));
    }

    /// A device that is away cannot be changed to: what sounds goes on. Where nothing sounds, as
    /// the device before is away too, it is waited for.
    private Source changed(Source source, SourceOrigin origin) {
        boolean soundsOn = devicesAway && !FakeSources.isDevice(source.origin());
        return soundsOn && FakeSources.isDevice(origin)
                ? source
                : new Source(origin, source.muted());
    }

    void setProfile(SourceId id, Profile profile) {
        session.submit(new SessionCommand.SetSourceProfile(id, profile));
    }

    void rename(String next) {
        name = next;
        session.submit(new SessionCommand.Rename(new ParticipantName(next)));
    }

    /// On a track that is shown.
    void setFader(TrackKey key, Fader fader) {
        faders.put(key, fader);
        session.submit(new SessionCommand.SetTrackGain(key, fader.gainDb()));
        session.submit(new SessionCommand.SetTrackMuted(key, fader.muted()));
        session.submit(new SessionCommand.SetTrackSolo(key, fader.solo()));
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

    void say(String text) {
        session.submit(new SessionCommand.SendChat(text));
    }

    /// From here on it greets everyone in the moment they join.
    void greet() {
        greeting = true;
    }

    private void sayWelcome(String whom) {
        String text = "welcome of %d: %s".formatted(number, whom);
        greetings.add(text);
        say(text);
    }

    List<String> greetings() {
        return greetings;
    }

    /// Those of the texts that this person was told, in that order.
    List<String> toldOf(List<String> texts) {
        return chats.stream().filter(texts::contains).toList();
    }

    boolean wasTold(String text) {
        return chats.contains(text);
    }

    boolean isRecording() {
        return recording;
    }

    void startRecording() {
        recording = true;
        session.submit(new SessionCommand.StartRecording(Path.of("/music")));
    }

    void stopRecording() {
        recording = false;
        session.submit(new SessionCommand.StopRecording());
    }

    /// The last samples of the tracks in its recording, in order of size.
    List<Float> recorded() {
        return recorders.takes().stream()
                .flatMap(take -> take.tracks().stream())
                .filter(track -> !track.isClosed())
                .flatMap(track -> track.last().stream())
                .sorted()
                .toList();
    }

    void leave() {
        left = true;
        session.beginLeaving();
    }

    /// Breaks its connection with the server.
    ///
    /// @param noticed whether both sides notice at once
    void cutSignaling(boolean noticed) {
        if (!sockets.isEmpty()) {
            if (noticed) {
                sockets.getLast().breaks();
            } else {
                sockets.getLast().falls();
            }
        }
    }

    /// What it sends, and with it what others hear of it.
    void play() {
        for (FakeSources.Stream stream : streams.streams) {
            if (!stream.isClosed()) {
                stream.play(3, valueOf(stream.origin()));
            }
        }
    }

    void listen() {
        received().forEach(FakeReceiveLink.Track::forget);
        recorders.takes().stream()
                .flatMap(take -> take.tracks().stream())
                .forEach(FakeRecorders.Track::forget);
    }

    /// The last samples of its tracks, in order of size.
    List<Float> heard() {
        return received().map(FakeReceiveLink.Track::heard).sorted().toList();
    }

    private Stream<FakeReceiveLink.Track> received() {
        FakeLinks made = links;
        return made == null
                ? Stream.empty()
                : made.receiveLinks().stream().flatMap(link -> link.tracks().values().stream());
    }

    /// What is left behind after the end.
    List<String> leftBehind() {
        List<String> rest = new ArrayList<>();
        if (!loop.isStopped()) {
            rest.add("the loop runs");
        }
        if (loop.timers() != 0) {
            rest.add("timers");
        }
        if (!output.isClosed()) {
            rest.add("output");
        }
        if (streams.streams.stream().anyMatch(stream -> !stream.isClosed())) {
            rest.add("streams");
        }
        if (recordingsTold != 0 || recorders.takes().stream().anyMatch(take -> !take.isClosed())) {
            rest.add("recordings");
        }
        FakeLinks made = links;
        if (made != null && (!made.isClosed() || !made.feeds().isEmpty())) {
            rest.add("links");
        }
        return rest;
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
