package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.peer.PeerHost;
import org.tonewire.app.core.peer.Peers;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.ReceivedTrackState.Fader;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Runs a session: its commands, the server's messages, its beginning and its end. Session thread
/// only, but for [#endSound()] and [#finishRecording()].
final class SessionController {
    private static final Logger log = LoggerFactory.getLogger(SessionController.class);

    private final SessionLoop loop;
    private final SessionNetwork network;
    private final LocalAudio audio;
    private final SendGate gate;
    private final Consumer<SessionEvent> events;
    private final Recording recording;
    private final Peers peers;
    private final SessionOutput sessionOutput;
    private final LocalSources sources;
    private final Settling settling;
    private final LastPath lastPath;
    private final Renewal renewal;
    private final OutputName outputName;
    private ConnectionStatus status = new ConnectionStatus.Connecting();
    private boolean over;

    SessionController(
            SessionLoop loop,
            SessionNetwork network,
            LocalAudio audio,
            RecorderOpener recorders,
            SendGate gate,
            Consumer<SessionEvent> events) {
        this.loop = loop;
        this.network = network;
        this.audio = audio;
        this.gate = gate;
        this.recording = new Recording(loop, recorders, events);
        this.events = withRecording(events);
        this.peers = new Peers(loop, network.identity(), network.addresses(), new PeersHost());
        this.renewal = new Renewal(loop, network, peers, this.events);
        this.settling = new Settling(loop, peers::areSettled);
        this.lastPath = new LastPath(loop, this::hasPath, problem -> end(Optional.of(problem)));
        this.sessionOutput = new SessionOutput(loop, this.events);
        this.outputName = new OutputName(peers::view, this::roomName, sessionOutput::call);
        this.sources =
                new LocalSources(
                        loop, audio, gate, network.request().name(), new SourcesObserver());
    }

    /// Before [#begin()].
    void choose(OutputChoice output) {
        sessionOutput.choose(output);
    }

    /// Starts to connect to the room, then opens the output and prepares the links.
    void begin() {
        try {
            if (!network.connect(new SignalingInbox(loop, this::handle))) {
                return;
            }
            sessionOutput.open(audio.openOutput(sessionOutput.mixer()));
            PeerLinks opened = network.openLinks(this::problemOccurred);
            sources.use(opened, sessionOutput.mixer().reference());
            opened.warmUp();
        } catch (RuntimeException | LinkageError e) {
            log.error("the session could not begin", e);
            end(Optional.of(Problem.of(Reason.INTERNAL)));
            return;
        }
        network.checkIce();
        new StatsCollector(loop, new SessionStats()).start();
        new SoundWatch(loop, sessionOutput, sources).start();
    }

    void leave() {
        end(Optional.empty());
    }

    SessionSnapshot view() {
        return new SessionSnapshot(
                status,
                network.request().invite(),
                sources.name(),
                sources.view(),
                peers.view(),
                sessionOutput.view());
    }

    void perform(SessionCommand command) {
        if (over) {
            return;
        }
        switch (command) {
            case SessionCommand.AddSource(var id, var spec) -> sources.add(id, spec);
            case SessionCommand.RemoveSource(var id) -> sources.remove(id);
            case SessionCommand.ChangeOrigin(var id, var origin) ->
                    sources.changeOrigin(id, origin);
            case SessionCommand.SetSourceGain _ -> settingChanged();
            case SessionCommand.SetSourceMuted _, SessionCommand.HoldMicrophones _ ->
                    sources.gateChanged();
            case SessionCommand.SetSourceProfile(var id, var profile) ->
                    sources.setProfile(id, profile);
            case SessionCommand.SetSourceChannels(var id, var channels) ->
                    sources.setChannels(id, channels);
            case SessionCommand.SetTrackGain(var track, double gainDb) ->
                    changeFader(track, fader -> fader.withGainDb(gainDb));
            case SessionCommand.SetTrackMuted(var track, boolean muted) ->
                    changeFader(track, fader -> fader.withMuted(muted));
            case SessionCommand.SetTrackPan(var track, double pan) ->
                    changeFader(track, fader -> fader.withPan(pan));
            case SessionCommand.SetTrackSolo(var track, boolean solo) ->
                    changeFader(track, fader -> fader.withSolo(solo));
            case SessionCommand.SetOutput(var choice) -> sessionOutput.use(choice);
            case SessionCommand.SetMasterGain(double gainDb) -> sessionOutput.setMasterGain(gainDb);
            case SessionCommand.Rename(var name) -> {
                sources.rename(name);
                settingChanged();
            }
            case SessionCommand.StartRecording(var folder) ->
                    recording.start(folder, () -> recording.follow(sources, peers));
            case SessionCommand.StopRecording() -> recording.stop();
            case SessionCommand.SendChat(String text) -> chat(text);
            case SessionCommand.RenewInvite renew -> renewal.begin(renew);
        }
    }

    /// Also records new tracks, tells the channel that the network is back, watches the last path.
    private Consumer<SessionEvent> withRecording(Consumer<SessionEvent> receiver) {
        return event -> {
            receiver.accept(event);
            outputName.after(event);
            if (event instanceof SessionEvent.LinkChanged(_, _, LinkState state)
                    && state == LinkState.CONNECTED) {
                network.networkBack();
            }
            boolean aboutPaths =
                    event instanceof SessionEvent.LinkChanged
                            || event instanceof SessionEvent.ParticipantLeft;
            if (aboutPaths && !over) {
                lastPath.pathChanged();
            }
            if (event instanceof SessionEvent.TrackAdded
                    || event instanceof SessionEvent.SourceChanged) {
                recording.follow(sources, peers);
            }
        };
    }

    private String roomName() {
        return network.request().invite().room().value();
    }

    private void changeFader(TrackKey track, UnaryOperator<Fader> change) {
        if (peers.faders().change(track, change)) {
            settingChanged();
        }
    }

    private void settingChanged() {
        events.accept(new SessionEvent.SettingChanged());
    }

    private void chat(String text) {
        int length = ControlMessage.Chat.length(text);
        if (length > ControlMessage.Chat.MAX_CODE_POINTS) {
            problemOccurred(new Problem(Reason.CHAT_TOO_LONG, Integer.toString(length)));
        } else if (!text.isBlank()) {
            peers.sendText(text);
            events.accept(
                    new SessionEvent.ChatReceived(Optional.empty(), sources.name().value(), text));
        }
    }

    private void handle(SignalingEvent event) {
        if (over) {
            return;
        }
        switch (event) {
            case SignalingEvent.Joined(ServerMessage.Joined joined) -> joined(joined);
            case SignalingEvent.Renewed(JoinRequest by) -> renewal.renewed(by);
            case SignalingEvent.Received(ServerMessage message) -> received(message);
            case SignalingEvent.Lost(Problem problem, Duration retryIn) -> {
                lastPath.hopeful();
                serverLost(problem, retryIn);
            }
            case SignalingEvent.Hopeless(Problem refusal, Duration retryIn) -> {
                Problem problem = renewal.told(refusal);
                lastPath.hopeless(problem);
                if (!over) {
                    serverLost(problem, retryIn);
                }
            }
            case SignalingEvent.Ended(Problem problem) -> end(Optional.of(problem));
        }
    }

    private void serverLost(Problem problem, Duration retryIn) {
        network.serverLost();
        changeStatus(new ConnectionStatus.Reconnecting(problem, retryIn));
        peers.serverLost();
    }

    private boolean hasPath() {
        return peers.view().stream()
                .anyMatch(peer ->
                        peer.receiveState() == LinkState.CONNECTED
                                || peer.sendState() == LinkState.CONNECTED);
    }

    private void joined(ServerMessage.Joined joined) {
        lastPath.hopeful();
        network.enter(joined.iceServers())
                .ifPresent(links -> {
                    peers.use(links);
                    changeStatus(new ConnectionStatus.InRoom(network.code()));
                    peers.reconcile(joined.participants(), joined.resumption().resumed());
                    renewal.participantsNamed();
                });
    }

    private void received(ServerMessage message) {
        switch (message) {
            case ServerMessage.ParticipantJoined(var participant) -> {
                peers.entered(participant);
                renewal.participantsNamed();
            }
            case ServerMessage.ParticipantLeft(var id, _, var seal) -> peers.left(id, seal);
            case ServerMessage.FromPeer(var from, var peerMessage, var seal) ->
                    peers.received(from, peerMessage, seal);
            case ServerMessage.IceServers(var servers) -> network.iceNamed(servers);
            case ServerMessage.Failed failed -> log.debug("the server did not take: {}", failed);
            case ServerMessage.Challenge _,
                    ServerMessage.Joined _,
                    ServerMessage.ToOwner _,
                    ServerMessage.Refused _ ->
                    log.debug("the channel passed on a message that it should have handled itself");
        }
    }

    private void problemOccurred(Problem problem) {
        events.accept(new SessionEvent.ProblemOccurred(problem));
    }

    private void changeStatus(ConnectionStatus next) {
        if (!next.equals(status)) {
            status = next;
            events.accept(new SessionEvent.ConnectionChanged(next));
        }
    }

    /// Stops all sound and leaves the room on the server at once. Any thread; waits for nothing.
    void endSound() {
        gate.shut();
        network.leave();
        sessionOutput.close();
        sources.endStreams();
    }

    /// Completes a recording's files though the session thread is blocked. Any thread; waits.
    void finishRecording() {
        recording.finish();
    }

    /// Closes in the reverse order of the beginning. Steps that may wait run on another thread;
    /// then the session thread goes on with [#finish(Optional)].
    private void end(Optional<Problem> problem) {
        if (over) {
            return;
        }
        over = true;
        loop.forget();
        Closing.quietly("sound", this::endSound);
        Closing.quietly("peers", peers::close);
        Closing.quietly("recording", recording::stop);
        loop.runBlocking(() -> {
            sources.awaitStreams();
            Closing.quietly("recording", recording::finish);
            Closing.quietly("signaling", network::closeChannel);
            loop.postFirst(() -> finish(problem));
        });
    }

    /// The last step of the session thread.
    private void finish(Optional<Problem> problem) {
        Closing.quietly("sources", sources::close);
        Closing.quietly("links", network::closeLinks);
        Closing.quietly("recording", recording::reportEnds);
        changeStatus(new ConnectionStatus.Ended(problem));
        loop.stop();
    }

    private final class SourcesObserver implements LocalSources.Observer {
        @Override
        public void tracksChanged() {
            peers.tracksChanged();
        }

        @Override
        public void whenSettled(Runnable then) {
            settling.whenSettled(then);
        }

        @Override
        public void stateChanged() {
            peers.sendToAll(sources.state());
        }

        @Override
        public void emit(SessionEvent event) {
            events.accept(event);
        }
    }

    /// Gives the peers what they need of the session, and receives their events.
    private final class PeersHost implements PeerHost {
        @Override
        public List<SendTrack> sendTracks() {
            return sources.sendTracks();
        }

        @Override
        public List<ControlMessage> greeting(IdentityKey to) {
            return Stream.concat(Stream.of(sources.state()), renewal.news(to).stream()).toList();
        }

        @Override
        public Optional<Problem> secretReceived(ControlMessage message) {
            return renewal.received(message);
        }

        @Override
        public TrackChannel openTrack(TrackKey key, RemoteTrack track) {
            return sessionOutput.openTrack(key, track);
        }

        @Override
        public void settledChanged() {
            settling.settledMayHaveChanged();
        }

        @Override
        public void emit(SessionEvent event) {
            events.accept(event);
            peers.happened(event);
        }
    }

    private final class SessionStats implements StatsCollector.StatsSource {
        @Override
        public Peers peers() {
            return peers;
        }

        @Override
        public Iterable<SourceTrack> sources() {
            return sources.tracks();
        }

        @Override
        public SoundStats sound() {
            return SoundStatsReader.read(sources.tracks(), peers.tracks(), network.health());
        }

        @Override
        public void emit(SessionEvent event) {
            events.accept(event);
        }
    }
}
