package org.tonewire.app.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.session.LiveSession;
import org.tonewire.app.core.session.LiveSessions;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A real session in virtual time. The test acts as the server and as the other participants, whose
/// names are their ids unless it sets others.
public final class VirtualSession {
    public static final ParticipantId SELF = new ParticipantId("self");
    private static final JoinRequest STUDIO =
            JoinRequest.of(
                    InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                            .orElseThrow(),
                    new ParticipantName("Self"));

    public final ManualLoop loop = new ManualLoop();
    public final FakeChannel channel = new FakeChannel();
    public final FakeSources sources = new FakeSources();
    public final FakeRecorders recorders = new FakeRecorders();
    public final List<SessionEvent> events = new ArrayList<>();
    public final FakeOutput output;
    public final List<FakeVoice> voices;
    public final LiveSession session;
    private final JoinRequest request;
    private final RoomKeys keys;
    private final Map<String, SessionIdentity> identities = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, FakeReceiveLink> receiveLinks = new HashMap<>();
    private @Nullable FakeLinks made;
    private int offers;

    public VirtualSession() {
        this(STUDIO, new OutputChoice.None(), new FakeOutput(), _ -> {});
    }

    /// @param listener receives every event; [#events] stores them too
    public VirtualSession(
            JoinRequest request,
            OutputChoice choice,
            FakeOutput output,
            Consumer<SessionEvent> listener) {
        this.request = request;
        this.output = output;
        keys = RoomKeys.derive(request.invite().secret(), request.invite().room());
        FakeAudio audio = new FakeAudio(sources, output);
        voices = audio.voices;
        session =
                new LiveSessions(
                                audio,
                                recorders,
                                () -> channel,
                                executor -> make(new FakeLinks(executor)),
                                new JsonControlCodec(),
                                () -> IceSettings.NONE)
                        .joinOn(
                                loop,
                                request,
                                choice,
                                event -> {
                                    events.add(event);
                                    listener.accept(event);
                                });
        loop.settle();
    }

    private PeerLinks make(FakeLinks links) {
        made = links;
        return links;
    }

    public FakeLinks links() {
        FakeLinks links = made;
        if (links == null) {
            throw new AssertionError("the session has no links yet");
        }
        return links;
    }

    /// A session in the room with these participants.
    public static VirtualSession with(String... others) {
        VirtualSession room = new VirtualSession();
        room.joins(SELF, false, others);
        return room;
    }

    /// Sets the name of another participant.
    public void name(String id, String name) {
        names.put(id, name);
    }

    public void joins(ParticipantId self, boolean resumed, String... others) {
        says(
                new SignalingEvent.Joined(
                        new ServerMessage.Joined(
                                request.invite().room(),
                                new ParticipantInfo(self, request.name(), Optional.empty()),
                                new ServerMessage.Resumption(6, resumed),
                                Arrays.stream(others).map(this::info).toList())));
    }

    public void enters(String other) {
        enters(info(other));
    }

    /// What the server says may be false.
    public void enters(ParticipantInfo who) {
        says(new SignalingEvent.Received(new ServerMessage.ParticipantJoined(who)));
    }

    public void losesTheServer() {
        says(new SignalingEvent.Lost(Problem.of(Reason.CONNECTION_LOST), Duration.ofMillis(300)));
    }

    public void leaves(String other) {
        says(
                new SignalingEvent.Received(
                        new ServerMessage.ParticipantLeft(
                                address(other),
                                LeaveReason.LEFT,
                                Optional.of(identity(other).sealLeave()))));
    }

    /// The server says so of somebody who said nothing.
    public void isSaidToLeave(String other) {
        says(
                new SignalingEvent.Received(
                        new ServerMessage.ParticipantLeft(
                                address(other), LeaveReason.LEFT, Optional.empty())));
    }

    public void says(SignalingEvent event) {
        channel.says(event);
        loop.settle();
    }

    public void says(String from, PeerMessage message) {
        says(from, message, Optional.of(seal(from, message)));
    }

    /// With this seal, or none.
    public void says(String from, PeerMessage message, Optional<Seal> seal) {
        says(new SignalingEvent.Received(new ServerMessage.FromPeer(address(from), message, seal)));
    }

    /// The seal of another participant on a message to this one.
    public Seal seal(String from, PeerMessage message) {
        return identity(from).seal(request.identity().key(), message);
    }

    /// The id in this test of another participant.
    public String idOf(IdentityKey key) {
        return identities.keySet().stream()
                .filter(name -> id(name).equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// Another participant, as it knows itself.
    public SessionIdentity identity(String name) {
        return identities.computeIfAbsent(
                name, _ -> Identities.of(name, request.invite().room(), keys.media()));
    }

    public void submit(SessionCommand command) {
        session.submit(command);
        loop.settle();
    }

    public void pass(Duration time) {
        loop.pass(time);
    }

    public void add(String source, SourceOrigin origin) {
        add(source, origin, Profile.MUSIC);
    }

    public void add(String source, SourceOrigin origin, Profile profile) {
        submit(
                new SessionCommand.AddSource(
                        new SourceId(source),
                        new SourceSpec(origin, profile, 0, Optional.empty())));
    }

    /// Adds a source whose device never opens.
    public void addHanging(String source, SourceOrigin origin) {
        loop.holdBlocking();
        add(source, origin);
        loop.loseBlocking();
        loop.releaseBlocking();
    }

    /// A participant offers these tracks, each named like its id, by a new connection, and the link
    /// from it connects. A second passes first where it takes the place of another.
    public FakeReceiveLink offers(String from, String... tracks) {
        return offers(from, Arrays.stream(tracks).map(VirtualSession::trackInfo).toList());
    }

    /// The same, with these descriptions of the tracks.
    public FakeReceiveLink offers(String from, List<ControlMessage.TrackInfo> tracks) {
        if (receiveLinks.containsKey(from)) {
            pass(Duration.ofSeconds(1));
        }
        says(from, offer(tracks.stream().map(track -> track.id().value()).toArray(String[]::new)));
        FakeReceiveLink link = links().receiveLinks().getLast();
        receiveLinks.put(from, link);
        link.becomes(LinkState.CONNECTED);
        describe(from, names.getOrDefault(from, from), tracks);
        return link;
    }

    /// A participant that has offered sends its name and the descriptions of its tracks.
    public void describe(String from, String name, List<ControlMessage.TrackInfo> tracks) {
        control(from, new ControlMessage.State(name, tracks));
    }

    /// A participant that has offered sends a message on its control channel.
    public void control(String from, ControlMessage message) {
        receiveLink(from).hears(new JsonControlCodec().encode(message));
        loop.settle();
    }

    /// The receive link of a participant's newest offer.
    public FakeReceiveLink receiveLink(String from) {
        FakeReceiveLink link = receiveLinks.get(from);
        if (link == null) {
            throw new AssertionError(from + " has offered nothing");
        }
        return link;
    }

    public PeerMessage.Offer offer(String... tracks) {
        String sdp =
                new FakeDescription(
                                0xF000 + ++offers,
                                1,
                                0,
                                Optional.empty(),
                                Arrays.stream(tracks).map(TrackId::new).toList())
                        .sdp();
        return new PeerMessage.Offer(sdp);
    }

    /// A participant's answer to the newest offer.
    public PeerMessage.Answer answer(String from) {
        FakeDescription offered = newestOffer(from);
        String sdp =
                new FakeDescription(
                                0xE000,
                                offered.number(),
                                offered.path(),
                                Optional.of(
                                        new FakeDescription.Answered(
                                                offered.end(), offered.number())),
                                offered.tracks())
                        .sdp();
        return new PeerMessage.Answer(sdp, Optional.of(newestDigest(from)));
    }

    /// A participant answers the newest offer, and the link to it connects.
    public void answers(String from) {
        says(from, answer(from));
        sendLink(from).becomes(LinkState.CONNECTED);
        loop.settle();
    }

    private FakeDescription newestOffer(String to) {
        return FakeDescription.read(newest(to).sdp());
    }

    /// Names the newest offer to this participant.
    public SdpDigest newestDigest(String to) {
        return SdpDigest.of(newest(to).sdp());
    }

    private PeerMessage.Offer newest(String to) {
        return channel.sentTo(address(to), PeerMessage.Offer.class).getLast();
    }

    /// The send link to this participant.
    public FakeSendLink sendLink(String to) {
        int end = newestOffer(to).end();
        return links().sendLinks().stream()
                .filter(link -> link.number() == end)
                .findFirst()
                .orElseThrow();
    }

    /// The newest send link.
    public FakeSendLink sendLink() {
        return links().sendLinks().getLast();
    }

    public <E extends SessionEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Problem> problems() {
        return events(SessionEvent.ProblemOccurred.class).stream()
                .map(SessionEvent.ProblemOccurred::problem)
                .toList();
    }

    /// The last sample of each received track after fader, mute and pan while all send full scale,
    /// in the order of the tracks.
    public List<Float> heard() {
        List<FakeReceiveLink.Track> tracks =
                links().receiveLinks().stream()
                        .flatMap(link -> link.tracks().values().stream())
                        .toList();
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < 3; i++) {
            long position = (long) i * AudioFormat.FRAME_SAMPLES;
            for (FakeReceiveLink.Track track : tracks) {
                Arrays.fill(frame, 1f);
                track.sink().ifPresent(sink -> sink.accept(frame, position));
            }
        }
        return tracks.stream().map(FakeReceiveLink.Track::heard).toList();
    }

    public static TrackKey key(String participant, String track) {
        return new TrackKey(id(participant), new TrackId(track));
    }

    /// Who another participant is.
    public static IdentityKey id(String other) {
        return Identities.key(other);
    }

    /// Where the server has it.
    public static ParticipantId address(String other) {
        return new ParticipantId(other);
    }

    /// What the server says of another participant.
    public ParticipantInfo info(String id) {
        ParticipantName name = new ParticipantName(names.getOrDefault(id, id));
        return new ParticipantInfo(address(id), name, Optional.of(identity(id).named(name)));
    }

    private static ControlMessage.TrackInfo trackInfo(String track) {
        return new ControlMessage.TrackInfo(new TrackId(track), track, Profile.MUSIC, false);
    }
}
