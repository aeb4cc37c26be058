package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ServerMessage;

/// The signaling channel over Tyrus. A thread of its own, `signaling`, owns all state; sockets hand
/// over to it. After a loss it tries again, waiting 0.5 s, then twice as long up to 10 s, each with
/// up to a third taken off at random, so that many clients do not come back at once.
public final class TyrusSignalingChannel implements SignalingChannel {
    private static final Logger log = LoggerFactory.getLogger(TyrusSignalingChannel.class);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LAST_RETRY_MILLIS = 10_000;
    private static final int MAX_WAITING = 1_024;
    private static final int REPLACED = 4_001;

    private final EventLoop loop = new EventLoop("signaling");
    private final Deque<ClientMessage> waiting = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Handshake handshake;
    private @Nullable JoinRequest request;
    private @Nullable SignalingListener listener;
    private @Nullable TyrusSocket socket;
    private boolean inRoom;
    private int failures;

    @Override
    public void open(JoinRequest request, SignalingListener listener) {
        this.request = request;
        this.listener = listener;
        this.handshake = new Handshake(request);
        loop.start();
        loop.post(() -> connect(request));
    }

    @Override
    public boolean send(ClientMessage message) {
        return !closed.get()
                && loop.post(() -> {
                    if (inRoom && socket != null) {
                        socket.send(ClientMessageCodec.encode(message));
                    } else if (waiting.size() < MAX_WAITING) {
                        waiting.add(message);
                    }
                });
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        boolean taken =
                loop.post(() -> {
                    leave();
                    done.countDown();
                });
        try {
            if (taken && !done.await(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("leaving took too long");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (socket != null) {
            if (inRoom) {
                socket.send(ClientMessageCodec.encode(new ClientMessage.Leave()));
            }
            socket.close();
        }
        loop.stop();
    }

    private void connect(JoinRequest to) {
        TyrusSocket[] own = new TyrusSocket[1];
        TyrusSocket fresh = new TyrusSocket(to.invite(), new Relay(own));
        own[0] = fresh;
        socket = fresh;
        Thread.startVirtualThread(fresh::connect);
        loop.after(
                JOIN_TIMEOUT,
                () -> {
                    if (isCurrent(fresh) && !inRoom) {
                        fresh.close();
                        lost(new Problem(Reason.HOST_UNREACHABLE, to.invite().authority()));
                    }
                });
    }

    private boolean isCurrent(TyrusSocket candidate) {
        return candidate.equals(socket);
    }

    private void received(String text) {
        switch (ServerMessageCodec.decode(text)) {
            case Decoded.Message<ServerMessage>(ServerMessage message) -> understood(message);
            case Decoded.NotAnObject<ServerMessage>(String problem) ->
                    log.warn("the server sent what is not understood: {}", problem);
            case Decoded.UnknownType<ServerMessage>(String type) ->
                    log.warn("the server sent an unknown message: {}", type);
            case Decoded.BadField<ServerMessage>(String field, var fault, _) ->
                    log.warn("the server sent a message with a bad field: {} {}", field, fault);
        }
    }

    private void understood(ServerMessage message) {
        switch (message) {
            case ServerMessage.Challenge challenge -> say(handshake().answer(challenge));
            case ServerMessage.Joined joined -> joined(joined);
            case ServerMessage.Refused(var reason, _) -> {
                if (handshake().retries(reason)) {
                    reconnect(Duration.ZERO);
                } else {
                    end(handshake().problem(reason));
                }
            }
            case ServerMessage.ParticipantJoined _,
                    ServerMessage.ParticipantLeft _,
                    ServerMessage.FromPeer _,
                    ServerMessage.Failed _ ->
                    tell(new SignalingEvent.Received(message));
        }
    }

    private void joined(ServerMessage.Joined joined) {
        boolean resumed = joined.resumption().resumed();
        handshake().joined(joined);
        inRoom = true;
        failures = 0;
        tell(new SignalingEvent.Joined(joined));
        if (resumed) {
            waiting.forEach(this::say);
        }
        waiting.clear();
        if (socket != null) {
            beat(socket);
        }
    }

    private void beat(TyrusSocket beating) {
        loop.after(
                BEAT,
                () -> {
                    if (isCurrent(beating) && inRoom) {
                        beating.beat();
                        beat(beating);
                    }
                });
    }

    private void say(ClientMessage message) {
        if (socket != null) {
            socket.send(ClientMessageCodec.encode(message));
        }
    }

    private void closed(int code) {
        if (code == REPLACED) {
            end(Problem.of(Reason.REPLACED));
        } else {
            lost(new Problem(Reason.CONNECTION_LOST, request().invite().authority()));
        }
    }

    /// Tries again, unless it never worked: then the person should know at once.
    private void lost(Problem problem) {
        inRoom = false;
        if (!handshake().hasJoined() || problem.reason() == Reason.CERTIFICATE_MISMATCH) {
            end(problem.reason() == Reason.CONNECTION_LOST ? unreachable() : problem);
            return;
        }
        Duration wait = retryWait(failures++);
        tell(new SignalingEvent.Lost(problem, wait));
        reconnect(wait);
    }

    private Problem unreachable() {
        return new Problem(Reason.HOST_UNREACHABLE, request().invite().authority());
    }

    private void reconnect(Duration wait) {
        if (socket != null) {
            socket.close();
            socket = null;
        }
        loop.after(wait, () -> connect(request()));
    }

    private void end(Problem problem) {
        if (socket != null) {
            socket.close();
            socket = null;
        }
        closed.set(true);
        tell(new SignalingEvent.Ended(problem));
        loop.stop();
    }

    private static Duration retryWait(int failures) {
        long doubled = FIRST_RETRY_MILLIS << Math.min(failures, 10);
        long full = Math.min(doubled, LAST_RETRY_MILLIS);
        return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 3));
    }

    private void tell(SignalingEvent event) {
        if (listener != null) {
            listener.onEvent(event);
        }
    }

    private Handshake handshake() {
        return Objects.requireNonNull(handshake, "open comes first");
    }

    private JoinRequest request() {
        return Objects.requireNonNull(request, "open comes first");
    }

    /// Brings what a socket tells to the thread of the channel, and only while it is the current
    /// one.
    private final class Relay implements SocketListener {
        private final TyrusSocket[] own;

        Relay(TyrusSocket[] own) {
            this.own = own;
        }

        @Override
        public void opened() {
            post(() -> say(handshake().hello()));
        }

        @Override
        public void received(String text) {
            post(() -> TyrusSignalingChannel.this.received(text));
        }

        @Override
        public void closed(int code) {
            post(() -> TyrusSignalingChannel.this.closed(code));
        }

        @Override
        public void unreachable(Problem problem) {
            post(() -> lost(problem));
        }

        private void post(Runnable task) {
            loop.post(() -> {
                if (isCurrent(own[0])) {
                    task.run();
                }
            });
        }
    }
}
