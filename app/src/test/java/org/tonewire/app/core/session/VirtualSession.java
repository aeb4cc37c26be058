package org.tonewire.app.core.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.ManualLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.app.fake.FakeChannel;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// A real session in virtual time. The test plays the server and the other participants, whose
/// names are their ids.
final class VirtualSession {
    static final ParticipantId SELF = new ParticipantId("self");
    private static final Invite INVITE =
            InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw").orElseThrow();
    private static final RoomKeys KEYS = RoomKeys.derive(INVITE.secret(), INVITE.room());

    final ManualLoop loop = new ManualLoop();
    final FakeChannel channel = new FakeChannel();
    final FakeOutput output = new FakeOutput();
    final FakeSources sources = new FakeSources();
    final List<SessionEvent> events = new ArrayList<>();
    final LiveSession session;
    private @Nullable FakeLinks made;
    private int offers;

    VirtualSession() {
        MediaParts media =
                new MediaParts(
                        sources,
                        output::playing,
                        executor -> make(new FakeLinks(executor)),
                        () -> {
                            throw new AssertionError("no voice is processed here");
                        },
                        (_, _) -> new RecorderOpening.Failed(Problem.of(Reason.STORAGE_FAILED)));
        session =
                LiveSession.begin(
                        loop,
                        new SessionParts(
                                media,
                                () -> channel,
                                new JsonControlCodec(),
                                () -> IceSettings.NONE),
                        new JoinRequest(INVITE, new ParticipantName("Self")),
                        new OutputChoice.Nowhere(),
                        events::add);
        loop.settle();
    }

    private PeerLinks make(FakeLinks links) {
        made = links;
        return links;
    }

    FakeLinks links() {
        FakeLinks links = made;
        if (links == null) {
            throw new AssertionError("the session has no links yet");
        }
        return links;
    }

    /// A session that is in the room with these participants.
    static VirtualSession with(String... others) {
        VirtualSession room = new VirtualSession();
        room.joins(SELF, false, others);
        return room;
    }

    void joins(ParticipantId self, boolean resumed, String... others) {
        says(
                new SignalingEvent.Joined(
                        new ServerMessage.Joined(
                                INVITE.room(),
                                info(self.value()),
                                new ServerMessage.Resumption(
                                        ResumeToken.random(new SecureRandom()), 6, resumed),
                                Arrays.stream(others).map(VirtualSession::info).toList())));
    }

    void losesTheServer() {
        says(new SignalingEvent.Lost(Problem.of(Reason.CONNECTION_LOST), Duration.ofMillis(300)));
    }

    void leaves(String other) {
        says(
                new SignalingEvent.Received(
                        new ServerMessage.ParticipantLeft(id(other), LeaveReason.LEFT)));
    }

    void says(SignalingEvent event) {
        channel.says(event);
        loop.settle();
    }

    void says(String from, PeerMessage message) {
        says(new SignalingEvent.Received(new ServerMessage.FromPeer(id(from), message)));
    }

    void submit(SessionCommand command) {
        session.submit(command);
        loop.settle();
    }

    void pass(Duration time) {
        loop.pass(time);
    }

    void add(String source, SourceOrigin origin) {
        submit(
                new SessionCommand.AddSource(
                        new SourceId(source),
                        new SourceSpec(origin, Profile.MUSIC, 0, Optional.empty())));
    }

    /// A participant offers these tracks, each named as its id; the link connects and they are
    /// received.
    FakeReceiveLink offers(String from, String... tracks) {
        says(from, offer(from, true, tracks));
        FakeReceiveLink link = links().receiveLinks().getLast();
        link.becomes(LinkState.CONNECTED);
        describes(link, from, tracks);
        return link;
    }

    /// A participant sends its name and its tracks on the control channel.
    void describes(FakeReceiveLink link, String name, String... tracks) {
        link.hears(
                new JsonControlCodec()
                        .encode(
                                new ControlMessage.State(
                                        name,
                                        Arrays.stream(tracks)
                                                .map(VirtualSession::trackInfo)
                                                .toList())));
        loop.settle();
    }

    PeerMessage.Offer offer(String from, boolean sealed, String... tracks) {
        String sdp =
                new FakeDescription(
                                0xF000 + ++offers,
                                1,
                                0,
                                Optional.empty(),
                                Arrays.stream(tracks).map(TrackId::new).toList())
                        .sdp();
        return new PeerMessage.Offer(
                sdp, sealed ? seal(SealContext.Kind.OFFER, from, sdp) : "AAAA");
    }

    /// A participant's answer to the newest offer.
    PeerMessage.Answer answer(String from, boolean sealed) {
        String offer = channel.sentTo(id(from), PeerMessage.Offer.class).getLast().sdp();
        FakeDescription offered = FakeDescription.read(offer);
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
        return new PeerMessage.Answer(
                sdp, sealed ? seal(SealContext.Kind.ANSWER, from, sdp) : "AAAA");
    }

    /// The participant answers the newest offer, and the link to it connects.
    void answers(String from) {
        says(from, answer(from, true));
        sendLink().becomes(LinkState.CONNECTED);
        loop.settle();
    }

    /// The newest link.
    FakeSendLink sendLink() {
        return links().sendLinks().getLast();
    }

    <E extends SessionEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Problem> problems() {
        return events(SessionEvent.ProblemOccurred.class).stream()
                .map(SessionEvent.ProblemOccurred::problem)
                .toList();
    }

    /// The played value of each track while all send full scale, in the order of the tracks.
    List<Float> heard() {
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

    static TrackKey key(String participant, String track) {
        return new TrackKey(id(participant), new TrackId(track));
    }

    static ParticipantId id(String other) {
        return new ParticipantId(other);
    }

    private static ParticipantInfo info(String id) {
        return new ParticipantInfo(new ParticipantId(id), new ParticipantName(id));
    }

    private static ControlMessage.TrackInfo trackInfo(String track) {
        return new ControlMessage.TrackInfo(new TrackId(track), track, Profile.MUSIC, false);
    }

    private static String seal(SealContext.Kind kind, String from, String sdp) {
        return KEYS.media().seal(new SealContext(kind, INVITE.room(), id(from), SELF), sdp);
    }
}
