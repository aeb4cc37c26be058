package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;
import org.tonewire.app.core.signaling.SignalingListener;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ServerMessage;

/// A signaling channel with the real rules, in virtual time, over sockets that a test simulates.
/// One thread.
public final class VirtualChannel implements SignalingChannel {
    /// Makes sockets to the server.
    public interface Server {
        Socket connect(Events events);
    }

    /// A connection, or an attempt to make one.
    public interface Socket {
        void send(ClientMessage message);

        /// Closes after delivering the sent messages.
        void close();

        /// Closes without a close message.
        void drop();

        /// @return whether the server answers
        boolean isAlive();
    }

    /// The events of a socket.
    public interface Events {
        void opened();

        void received(ServerMessage message);

        /// The server closed it.
        ///
        /// @param code of the close message
        void closed(int code);

        void gone();
    }

    private static final int MAX_WAITING = 1024;
    private static final Duration MIN_BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Problem LOST = new Problem(Reason.CONNECTION_LOST, "server");

    private final SessionLoop clock;
    private final Server server;
    private final RandomGenerator random;
    private final Queue<ClientMessage> waiting = new ArrayDeque<>();
    private ChannelState state = new ChannelState.Idle();
    private @Nullable ChannelRules rules;
    private @Nullable SessionIdentity identity;
    private @Nullable SignalingListener listener;
    private @Nullable Socket socket;
    private SessionLoop.@Nullable Timer timer;
    private int attempt;
    private long attemptNanos;
    private boolean left;

    public VirtualChannel(SessionLoop clock, Server server, RandomGenerator random) {
        this.clock = clock;
        this.server = server;
        this.random = random;
    }

    @Override
    public void open(JoinRequest request, SignalingListener receiver) {
        identity = request.identity();
        ChannelTimes times = ChannelTimes.DEFAULT;
        rules =
                new ChannelRules(
                        request, new RetryDelays(times.firstRetry(), times.longestRetry(), random));
        listener = receiver;
        handle(new ChannelEvent.Started());
    }

    @Override
    public boolean send(ClientMessage message) {
        if (left || waiting.size() >= MAX_WAITING) {
            return false;
        }
        waiting.add(message);
        flush();
        return true;
    }

    @Override
    public void offer(List<RoomSecret> secrets) {
        handle(new ChannelEvent.Offered(secrets));
    }

    @Override
    public void networkBack() {
        if (!left && clock.nanoTime() - attemptNanos > MIN_BETWEEN_TRIES.toNanos()) {
            handle(new ChannelEvent.NetworkBack());
        }
    }

    @Override
    public void leave() {
        if (left) {
            return;
        }
        left = true;
        stopTimer();
        attempt++;
        if (socket != null && identity != null && state instanceof ChannelState.Inside) {
            socket.send(new ClientMessage.Leave(Optional.of(identity.sealLeave())));
            socket.close();
        } else if (socket != null) {
            socket.drop();
        }
        socket = null;
        state = new ChannelState.Over();
    }

    @Override
    public void close() {
        leave();
    }

    private void handle(ChannelEvent event) {
        if (rules != null && !left) {
            ChannelRules.Step step = rules.next(state, event);
            state = step.state();
            step.effects().forEach(this::perform);
            flush();
        }
    }

    private void perform(ChannelEffect effect) {
        switch (effect) {
            case ChannelEffect.Connect() -> connect();
            case ChannelEffect.Disconnect() -> disconnect();
            case ChannelEffect.Send(ClientMessage message) -> {
                if (socket != null) {
                    socket.send(message);
                }
            }
            case ChannelEffect.Probe() -> probe();
            case ChannelEffect.DropQueued() -> waiting.clear();
            case ChannelEffect.Tell(var event) -> {
                if (listener != null) {
                    listener.onEvent(event);
                }
            }
            case ChannelEffect.RetryAfter(Duration delay) -> {
                stopTimer();
                timer = clock.after(delay, () -> handle(new ChannelEvent.RetryDue()));
            }
        }
    }

    private void connect() {
        attempt++;
        attemptNanos = clock.nanoTime();
        int mine = attempt;
        stopTimer();
        timer = clock.after(ChannelTimes.DEFAULT.enterDeadline(), () -> deadlinePassed(mine));
        socket = server.connect(new NewestOnly(mine));
    }

    private void deadlinePassed(int mine) {
        if (mine == attempt && !(state instanceof ChannelState.Inside)) {
            handle(gone());
        }
    }

    private void probe() {
        Socket probed = socket;
        int mine = attempt;
        if (probed != null) {
            clock.after(
                    ChannelTimes.DEFAULT.probe(),
                    () -> {
                        if (mine == attempt && !probed.isAlive()) {
                            handle(gone());
                        }
                    });
        }
    }

    private void disconnect() {
        attempt++;
        stopTimer();
        if (socket != null) {
            socket.drop();
            socket = null;
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void flush() {
        while (socket != null && state instanceof ChannelState.Inside && !waiting.isEmpty()) {
            socket.send(waiting.remove());
        }
    }

    private static ChannelEvent gone() {
        return new ChannelEvent.Gone(LOST, ChannelEvent.Outlook.MAY_COME_BACK);
    }

    /// Handles the events of one socket, as long as it is the newest.
    private final class NewestOnly implements Events {
        private final int mine;

        NewestOnly(int mine) {
            this.mine = mine;
        }

        @Override
        public void opened() {
            pass(new ChannelEvent.Opened());
        }

        @Override
        public void received(ServerMessage message) {
            pass(new ChannelEvent.Received(message));
        }

        @Override
        public void closed(int code) {
            pass(SocketProblems.closed(code, LOST.subject()));
        }

        @Override
        public void gone() {
            pass(VirtualChannel.gone());
        }

        private void pass(ChannelEvent event) {
            if (mine == attempt) {
                handle(event);
            }
        }
    }
}
