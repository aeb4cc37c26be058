package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.fake.FakeAudio;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.ServerMessage;

/// A real session on fake ports. A test can block the session thread in a call to the links, as a
/// native call that never returns does.
final class SessionRig implements AutoCloseable {
    private static final JoinRequest REQUEST =
            JoinRequest.of(
                    InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                            .orElseThrow(),
                    new ParticipantName("Ann"));
    private static final ParticipantInfo BOB =
            new ParticipantInfo(
                    new ParticipantId("bob"),
                    new ParticipantName("Bob"),
                    Optional.of(
                            JoinRequest.of(REQUEST.invite(), new ParticipantName("Bob"))
                                    .identity()
                                    .named(new ParticipantName("Bob"))));

    final FakeSources sources = new FakeSources();
    final FakeOutput output = new FakeOutput();
    final Channel channel = new Channel();
    final Links links = new Links();
    final LiveSession session;
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();

    SessionRig() {
        session =
                new LiveSessions(
                                new FakeAudio(sources, output),
                                (_, _) ->
                                        new RecorderOpening.Failed(
                                                Problem.of(Reason.STORAGE_FAILED)),
                                () -> channel,
                                _ -> links,
                                new JsonControlCodec(),
                                () -> IceSettings.NONE)
                        .join(REQUEST, new OutputChoice.None(), events::add);
    }

    /// Adds a source whose device does not close, and waits until its frames come from the returned
    /// stream.
    FakeSources.Stream addLive(SourceId id, SourceOrigin origin) {
        session.submit(
                new SessionCommand.AddSource(
                        id, new SourceSpec(origin, Profile.MUSIC, 0, Optional.empty())));
        awaitEvent(event ->
                event instanceof SessionEvent.SourceChanged(var changed, _, var status)
                        && changed.equals(id)
                        && status instanceof SourceStatus.Live);
        FakeSources.Stream stream = sources.streams.getLast();
        stream.hang();
        return stream;
    }

    /// Bob joins, and the session thread is blocked in the call that makes the link to him.
    void blockSessionThread() {
        links.blocking = true;
        channel.emit(
                new SignalingEvent.Joined(
                        new ServerMessage.Joined(
                                REQUEST.invite().room(),
                                new ParticipantInfo(
                                        new ParticipantId("ann"),
                                        new ParticipantName("Ann"),
                                        Optional.empty()),
                                new ServerMessage.Resumption(30, false),
                                List.of(BOB))));
        assertThat(await(links.entered)).isTrue();
        events.clear();
    }

    /// Asserts that no step ran since the session thread was blocked.
    void assertBlocked() {
        assertThat(links.released.getCount()).isEqualTo(1);
        assertThat(events).isEmpty();
    }

    void awaitEvent(Predicate<SessionEvent> wanted) {
        try {
            SessionEvent event = events.poll(30, TimeUnit.SECONDS);
            while (event != null && !wanted.test(event)) {
                event = events.poll(30, TimeUnit.SECONDS);
            }
            assertThat(event).isNotNull();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        links.released.countDown();
        session.leave();
    }

    /// A channel to a server that accepts everybody.
    static final class Channel implements SignalingChannel {
        final AtomicInteger leaves = new AtomicInteger();
        private final CountDownLatch opened = new CountDownLatch(1);
        private volatile @Nullable SignalingListener listener;

        void emit(SignalingEvent event) {
            assertThat(await(opened)).isTrue();
            SignalingListener current = listener;
            if (current != null) {
                current.onEvent(event);
            }
        }

        @Override
        public void open(JoinRequest request, SignalingListener receiver) {
            listener = receiver;
            opened.countDown();
        }

        @Override
        public boolean send(ClientMessage message) {
            return true;
        }

        @Override
        public void offer(List<RoomSecret> secrets) {}

        @Override
        public void networkBack() {}

        @Override
        public void leave() {
            leaves.incrementAndGet();
        }

        @Override
        public void close() {
            leave();
        }
    }

    /// Links without a peer, which store what is sent and block when `blocking` is set.
    static final class Links implements PeerLinks {
        final List<float[]> sent = new CopyOnWriteArrayList<>();
        final List<String> closed = new CopyOnWriteArrayList<>();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        volatile boolean blocking;

        @Override
        public void warmUp() {}

        @Override
        public TrackFeed openFeed(TrackId id) {
            return new Feed(id);
        }

        @Override
        public SendLink openSendLink(IceSettings settings, LinkListener listener) {
            if (blocking) {
                entered.countDown();
                await(released);
            }
            return new SilentSendLink();
        }

        @Override
        public ReceiveLink openReceiveLink(
                IceSettings settings, LinkListener listener, TrackListener tracks) {
            throw new AssertionError("nobody offers here");
        }

        @Override
        public LinksHealth health() {
            return new LinksHealth(true, 0);
        }

        @Override
        public void close() {
            closed.add("links");
        }

        private final class Feed implements TrackFeed {
            private final TrackId id;

            Feed(TrackId id) {
                this.id = id;
            }

            @Override
            public void accept(float[] frame, long position) {
                sent.add(frame.clone());
            }

            @Override
            public void close() {
                closed.add(id.value());
            }
        }
    }

    private static final class SilentSendLink implements SendLink {
        @Override
        public void offer(List<SendTrack> tracks, OfferKind kind) {}

        @Override
        public void acceptAnswer(String sdp) {}

        @Override
        public void addCandidate(IceCandidate candidate) {}

        @Override
        public void use(IceSettings changed) {}

        @Override
        public boolean sendControl(String text) {
            return false;
        }

        @Override
        public void collectStats(Consumer<LinkStats> receiver) {}

        @Override
        public void close() {}
    }
}
