package org.tonewire.app.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.session.LiveSession;
import org.tonewire.app.core.session.LiveSessions;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.QuickIdentity;
import org.tonewire.app.core.trust.RoomOwner;
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
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A real session, and what its person asked of it: what the others should see and hear.
final class SimPerson {
    /// The first one has its key; the others have that of another, which is worth nothing here.
    static final RoomOwner OWNER = RoomOwner.create();

    static final IdentityKey OWNER_KEY =
            OWNER.remove(new RoomName("studio"), IdentityKey.of(new byte[32])).owner();

    private static final RoomOwner ANOTHER = RoomOwner.create();

    static final Invite INVITE =
            InviteLink.parse(
                            "https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw&o="
                                    + OWNER.hash())
                    .orElseThrow();

    /// The room of everyone.
    static final RoomName ROOM = INVITE.room();

    private static final JsonControlCodec CODEC = new JsonControlCodec();

    private final int number;
    private final SimServer server;
    private final SimWatch watch;
    private final ManualLoop loop = new ManualLoop();
    private final FakeSources streams = new FakeSources();
    private final FakeOutput output = new FakeOutput();
    private final FakeRecorders recorders = new FakeRecorders();
    private final QuickIdentity identity;
    private final LiveSession session;
    private final SimSources sources;
    private final SimAlarms alarms = new SimAlarms();
    private final Map<TrackKey, Fader> faders = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> told = new TreeSet<>();
    private final Set<String> chats = new LinkedHashSet<>();
    private final List<String> greetings = new ArrayList<>();
    private final List<SimSocket> sockets = new ArrayList<>();
    private @Nullable FakeLinks links;
    private String name;
    private boolean host;
    private boolean hostile;
    private boolean left;
    private boolean wasIn;
    private boolean greeting;
    private boolean recording;
    private int recordingsTold;

    /// Begins to join.
    SimPerson(int number, SimServer server, SimNetwork network, SimWatch watch) {
        this.number = number;
        this.server = server;
        this.watch = watch;
        this.name = "Person " + number;
        names.add(name);
        identity = new QuickIdentity(server.nextSession(), ROOM);
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
                                server.entry(
                                        new JoinRequest(INVITE, new ParticipantName(name), identity)
                                                .ownedBy(number == 1 ? OWNER : ANOTHER)),
                                new OutputChoice.None(),
                                this::happened);
        sources = new SimSources(streams, session::submit);
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
        watch.told(this, event);
        if (event instanceof SessionEvent.ParticipantJoined(var id, String who, _, _)) {
            alarms.named(id, who);
            if (!told.add(id.base64Url())) {
                throw new AssertionError(id + " was told there twice");
            }
            if (greeting) {
                sayWelcome("1, " + id);
                sayWelcome("2, " + id);
            }
        }
        if (event instanceof SessionEvent.ParticipantLeft(var id, _, _)) {
            if (!told.remove(id.base64Url())) {
                throw new AssertionError(id + " was told gone twice");
            }
            alarms.left(id);
        }
        if (event instanceof SessionEvent.ParticipantRenamed(var id, String who)) {
            alarms.named(id, who);
        }
        if (event instanceof SessionEvent.ProblemOccurred(var problem, _) && !hostile) {
            alarms.told(problem, loop.nanoTime());
        }
        if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus.InRoom _)) {
            wasIn = true;
        }
        if (event instanceof SessionEvent.ChatReceived(_, _, String text) && !chats.add(text)) {
            throw new AssertionError(name + " was told twice: " + text);
        }
        if (event instanceof SessionEvent.SecretHandedOver(var secret) && host) {
            server.changeKey(secret);
        }
        if (event instanceof SessionEvent.RecordingChanged(RecordingStatus status)) {
            recordingsTold += status instanceof RecordingStatus.Ended ? -1 : 1;
        }
    }

    QuickIdentity identity() {
        return identity;
    }

    IdentityKey key() {
        return identity.key();
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    /// Whether it ever had this name.
    boolean wasNamed(String any) {
        return names.contains(any);
    }

    /// From here on it hosts the room: the server does as it says.
    void host() {
        host = true;
        server.open(INVITE.secret());
    }

    /// Sends the others a new secret, which is a false one where it is not the host.
    void renew(SessionCommand.RenewInvite how) {
        session.submit(how);
    }

    /// From here on others must expect anything of it.
    void turnHostile() {
        hostile = true;
    }

    boolean isHostile() {
        return hostile;
    }

    ManualLoop loop() {
        return loop;
    }

    SessionSnapshot view() {
        return session.snapshot();
    }

    boolean isInRoom() {
        return view().connection() instanceof ConnectionStatus.InRoom;
    }

    /// The session ended after it was in the room, and nobody asked for that.
    boolean wasThrownOut() {
        return wasIn && !left && view().connection() instanceof ConnectionStatus.Ended;
    }

    /// It wanted to.
    boolean hasLeft() {
        return left;
    }

    boolean isOver() {
        return left || view().connection() instanceof ConnectionStatus.Ended;
    }

    SimSources sources() {
        return sources;
    }

    Set<String> toldPresent() {
        return told;
    }

    /// Whether a track may have this fader: the one that this person set, or that of somebody else
    /// whose names it has.
    boolean mayHave(TrackKey key, Fader fader) {
        Fader set = faders.get(key);
        if (set != null || fader.equals(Fader.UNITY)) {
            return fader.equals(Optional.ofNullable(set).orElse(Fader.UNITY));
        }
        return faders.entrySet().stream()
                .filter(other -> !other.getKey().participant().equals(key.participant()))
                .anyMatch(other -> other.getValue().withSolo(false).equals(fader));
    }

    void rename(String next) {
        name = next;
        names.add(next);
        session.submit(new SessionCommand.Rename(new ParticipantName(next)));
    }

    /// On a track that is shown.
    void setFader(TrackKey key, Fader fader) {
        faders.put(key, fader);
        session.submit(new SessionCommand.SetTrackGain(key, fader.gainDb()));
        session.submit(new SessionCommand.SetTrackMuted(key, fader.muted()));
        session.submit(new SessionCommand.SetTrackSolo(key, fader.solo()));
    }

    void say(String text) {
        said.add(text);
        session.submit(new SessionCommand.SendChat(text));
    }

    boolean hasSaid(String text) {
        return said.contains(text);
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

    /// Its newest connection with the server.
    Optional<SimSocket> socket() {
        return sockets.isEmpty() ? Optional.empty() : Optional.of(sockets.getLast());
    }

    /// Breaks its connection with the server.
    ///
    /// @param noticed whether both sides notice at once
    void cutSignaling(boolean noticed) {
        socket().ifPresent(noticed ? SimSocket::breaks : SimSocket::falls);
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
        return links().stream()
                .flatMap(made -> made.receiveLinks().stream())
                .flatMap(link -> link.tracks().values().stream());
    }

    /// Its links, once it has begun to join.
    Optional<FakeLinks> links() {
        return Optional.ofNullable(links);
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
        if (!sources.areStreamsClosed()) {
            rest.add("streams");
        }
        if (recordingsTold != 0 || recorders.takes().stream().anyMatch(take -> !take.isClosed())) {
            rest.add("recordings");
        }
        if (links().filter(made -> !made.isClosed() || !made.feeds().isEmpty()).isPresent()) {
            rest.add("links");
        }
        return rest;
    }
}
