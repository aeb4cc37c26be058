package org.tonewire.app.signaling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.app.signaling.ChannelEvent.Outlook;
import org.tonewire.app.signaling.wire.Dial.Limits;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.rate.MessageRate;

/// Performs the effects of [ChannelRules], over one [TyrusSocket] after another. All methods are
/// called on the channel's thread; events of sockets are handed over to it, and ignored if the
/// socket has been dropped.
final class ChannelFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelFlow.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MIN_BETWEEN_TRIES = Duration.ofMillis(500);

    /// Texts of the server that were read and not handled yet, here or by the listener; a long one
    /// counts as several.
    private static final int MAX_UNDER_WAY = 128;

    /// Messages that are sent: below the rate at which a signaling server cuts off (200 a second,
    /// 600 at once), with room for other users of the socket. So a full room that comes back after
    /// a restart of its server stays.
    static final int SENT_AT_ONCE = 300;

    static final int SENT_PER_SECOND = 150;

    private final ChannelThread thread;
    private final ChannelTimes times;
    private final ChannelRules rules;
    private final RetryDelays delays;
    private final Target target;
    private final Queue<ClientMessage> waiting;
    private ChannelState state = new ChannelState.Idle();
    private @Nullable TyrusSocket socket;
    private @Nullable ScheduledFuture<?> timer;
    private @Nullable ScheduledFuture<?> heartbeat;
    private final NetworkWatch network = NetworkWatch.ofThisComputer();
    private final MessageRate pace =
            new MessageRate(SENT_AT_ONCE, SENT_PER_SECOND, System.nanoTime());
    private final AtomicInteger underWay = new AtomicInteger();
    private int attempt;
    private boolean sending;

    /// Whether an invalid message was logged as a warning.
    private boolean saidInvalid;

    private boolean pausing;
    private long attemptNanos;
    private long lastReceivedNanos;

    ChannelFlow(
            ChannelThread thread,
            ChannelTimes times,
            ChannelRules rules,
            RetryDelays delays,
            Target target,
            Queue<ClientMessage> waiting) {
        this.thread = thread;
        this.times = times;
        this.rules = rules;
        this.delays = delays;
        this.target = target;
        this.waiting = waiting;
    }

    /// The destination, who goes there, and the listener.
    record Target(JoinRequest request, SignalingListener listener) {
        Invite invite() {
            return request.invite();
        }
    }

    void handle(ChannelEvent event) {
        ChannelRules.Step step = rules.next(state, event);
        state = step.state();
        step.effects().forEach(this::perform);
        flush();
    }

    /// The network may be back; makes at most one try in half a second.
    void networkBack() {
        if (System.nanoTime() - attemptNanos > MIN_BETWEEN_TRIES.toNanos()) {
            handle(new ChannelEvent.NetworkBack());
        }
    }

    /// Checks for new addresses of this computer. Called periodically.
    void lookAtNetwork() {
        if (network.hasMore()) {
            networkBack();
        }
    }

    /// Sends the next queued message when the state and the pace allow it.
    void flush() {
        @Nullable ClientMessage head = waiting.peek();
        TyrusSocket open = socket;
        boolean busy = sending || pausing;
        if (head == null || open == null || busy || !(state instanceof ChannelState.Inside)) {
            return;
        }
        String text = ClientMessageCodec.encode(head);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        Duration pause = pace.take(bytes, System.nanoTime());
        if (!pause.isZero()) {
            pausing = true;
            var _ = thread.runAfter(pause, this::pauseOver);
            return;
        }
        sending = true;
        int mine = attempt;
        open.send(text, written -> thread.run(() -> sent(mine, written)));
    }

    private void pauseOver() {
        pausing = false;
        flush();
    }

    /// Sends a leave when in the room, then closes; `done` runs afterwards.
    void leave(Runnable done) {
        Runnable end =
                () -> {
                    disconnect(TyrusSocket::close);
                    state = new ChannelState.Over();
                    done.run();
                };
        TyrusSocket open = socket;
        if (open != null && state instanceof ChannelState.Inside) {
            state = new ChannelState.Over();
            stopTimers();
            timer = thread.runAfter(LEAVE_TIMEOUT, end);
            ClientMessage sealed =
                    new ClientMessage.Leave(Optional.of(target.request().identity().sealLeave()));
            open.send(ClientMessageCodec.encode(sealed), _ -> thread.run(end));
        } else {
            end.run();
        }
    }

    private void sent(int mine, boolean written) {
        if (mine != attempt) {
            return;
        }
        sending = false;
        if (written) {
            waiting.poll();
            flush();
        } else {
            handle(lost());
        }
    }

    private void perform(ChannelEffect effect) {
        switch (effect) {
            case ChannelEffect.Connect() -> connect();
            case ChannelEffect.Disconnect() -> disconnect(TyrusSocket::drop);
            case ChannelEffect.Send(ClientMessage message) -> {
                if (socket != null) {
                    socket.send(ClientMessageCodec.encode(message), _ -> {});
                }
            }
            case ChannelEffect.Probe() -> probe();
            case ChannelEffect.DropQueued() -> waiting.clear();
            case ChannelEffect.Tell(var event) -> target.listener().onEvent(event);
            case ChannelEffect.RetryAfter(Duration delay) ->
                    timer =
                            thread.runAfter(
                                    remaining(delay), () -> handle(new ChannelEvent.RetryDue()));
        }
    }

    /// The delay, less the time that the last try took, so that tries that run into the connect
    /// timeout begin as often as others. A try that lasted longer reached a busy server, and is not
    /// counted.
    private Duration remaining(Duration delay) {
        boolean tried = state instanceof ChannelState.Waiting(var memory) && memory.failures() > 1;
        Duration spent = Duration.ofNanos(System.nanoTime() - attemptNanos);
        if (!tried || spent.compareTo(times.connect().plus(MIN_BETWEEN_TRIES)) > 0) {
            return delay;
        }
        return RetryDelays.remaining(delay, spent);
    }

    private void probe() {
        if (socket == null) {
            return;
        }
        int mine = attempt;
        long probedNanos = System.nanoTime();
        socket.ping();
        var _ =
                thread.runAfter(
                        times.probe(),
                        () -> {
                            if (mine == attempt && lastReceivedNanos - probedNanos < 0) {
                                handle(lost());
                            }
                        });
    }

    private void connect() {
        attempt++;
        attemptNanos = System.nanoTime();
        int mine = attempt;
        boolean again =
                state instanceof ChannelState.Connecting(_, var memory) && memory.wasInside();
        Duration connect = again ? delays.connectLimit(times.connect()) : times.firstConnect();
        Limits limits = new Limits(connect, times.answer());
        timer = thread.runAfter(times.enterDeadline(), () -> deadlinePassed(mine));
        socket =
                TyrusSocket.connect(
                        target.invite().signalingAddress(),
                        target.invite().pin(),
                        limits,
                        new SocketEvents(mine));
    }

    private void deadlinePassed(int mine) {
        if (mine == attempt && !(state instanceof ChannelState.Inside)) {
            handle(
                    new ChannelEvent.Gone(
                            new Problem(Reason.HOST_UNREACHABLE, target.invite().authority()),
                            Outlook.MAY_COME_BACK));
        }
    }

    private void disconnect(Consumer<TyrusSocket> how) {
        attempt++;
        sending = false;
        stopTimers();
        if (socket != null) {
            how.accept(socket);
            socket = null;
        }
    }

    private void stopTimers() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (heartbeat != null) {
            heartbeat.cancel(false);
            heartbeat = null;
        }
    }

    private void opened() {
        lastReceivedNanos = System.nanoTime();
        heartbeat = thread.runEvery(times.pingEvery(), this::beat);
        handle(new ChannelEvent.Opened());
    }

    private void beat() {
        if (System.nanoTime() - lastReceivedNanos > times.deadAfter().toNanos()) {
            handle(lost());
        } else if (socket != null) {
            socket.ping();
        }
    }

    private void received(String text) {
        lastReceivedNanos = System.nanoTime();
        switch (ServerMessageCodec.decode(text)) {
            case Decoded.Message<ServerMessage>(ServerMessage message) ->
                    handle(new ChannelEvent.Received(message));
            case Decoded.UnknownType<ServerMessage>(String type) ->
                    LOG.debug("the server sent a message newer than this client: {}", type);
            case Decoded.NotAnObject<ServerMessage>(String problem) -> invalid(problem);
            case Decoded.BadField<ServerMessage> bad -> invalid(bad.problem());
        }
    }

    /// A server could fill the log.
    private void invalid(String problem) {
        Level level = saidInvalid ? Level.DEBUG : Level.WARN;
        saidInvalid = true;
        LOG.atLevel(level).log("the server sent an invalid message: {}", problem);
    }

    private ChannelEvent lost() {
        return new ChannelEvent.Gone(
                new Problem(Reason.CONNECTION_LOST, target.invite().authority()),
                Outlook.MAY_COME_BACK);
    }

    /// Forwards one socket's events.
    private final class SocketEvents implements SocketListener {
        private final int mine;
        private final AtomicBoolean aliveUnderWay = new AtomicBoolean();

        SocketEvents(int mine) {
            this.mine = mine;
        }

        @Override
        public void opened() {
            handOver(ChannelFlow.this::opened);
        }

        @Override
        public boolean isReady() {
            return underWay.get() < MAX_UNDER_WAY && target.listener().waiting() < MAX_UNDER_WAY;
        }

        @Override
        public void text(String text) {
            int texts = MessageRate.weight(text.length());
            underWay.addAndGet(texts);
            thread.run(() -> {
                underWay.addAndGet(-texts);
                if (mine == attempt) {
                    received(text);
                }
            });
        }

        /// Any number of pongs is one task.
        @Override
        public void alive() {
            if (aliveUnderWay.compareAndSet(false, true)) {
                handOver(() -> {
                    aliveUnderWay.set(false);
                    lastReceivedNanos = System.nanoTime();
                });
            }
        }

        @Override
        public void failed(Throwable cause) {
            LOG.debug("the server was not reached", cause);
            handOver(() -> handle(SocketProblems.notOpened(cause, target.invite())));
        }

        @Override
        public void closed(int code) {
            handOver(() -> handle(SocketProblems.closed(code, target.invite().authority())));
        }

        private void handOver(Runnable task) {
            thread.run(() -> {
                if (mine == attempt) {
                    task.run();
                }
            });
        }
    }
}
