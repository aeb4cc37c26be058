package org.tonewire.app.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;

/// Servers that do what is asked for, but for the answers that a test puts here.
public final class FakeRoomServers implements RoomServers {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Answer> ends = new ArrayDeque<>();
    private final Deque<Answer> states = new ArrayDeque<>();
    private final List<Invite> owned = new ArrayList<>();
    private final List<Invite> ended = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private final List<Optional<Duration>> keeps = new ArrayList<>();
    private final List<Optional<String>> tokens = new ArrayList<>();
    private Runnable onReached = () -> {};

    /// Happens while a server is being reached, before it is asked for anything.
    public void onReached(Runnable what) {
        onReached = what;
    }

    /// To requests to own a room.
    public Deque<Answer> answers() {
        return answers;
    }

    public Deque<Answer> ends() {
        return ends;
    }

    /// To questions; without one there is no such room.
    public Deque<Answer> states() {
        return states;
    }

    public List<Invite> owned() {
        return owned;
    }

    public List<Invite> ended() {
        return ended;
    }

    /// How long each answer takes from now on.
    public void answerAfter(Duration time) {
        delay = time;
    }

    /// How long rooms were to stay.
    public List<Optional<Duration>> keeps() {
        return keeps;
    }

    /// That were shown.
    public List<Optional<String>> tokens() {
        return tokens;
    }

    @Override
    public Answer own(
            ServerAddress server,
            Invite invite,
            RoomOwner owner,
            Optional<Duration> keep,
            BooleanSupplier wanted) {
        onReached.run();
        if (!wanted.getAsBoolean()) {
            return new Answer.Failed(Problem.of(Reason.SERVER_CLOSED));
        }
        owned.add(invite);
        keeps.add(keep);
        tokens.add(server.token());
        return answers.isEmpty() ? new Answer.Done(keep) : answers.poll();
    }

    @Override
    public Answer end(ServerAddress server, Invite invite, RoomOwner owner, Duration atMost) {
        ended.add(invite);
        if (delay.compareTo(atMost) > 0) {
            return new Answer.Failed(new Problem(Reason.SERVER_UNREACHABLE, server.authority()));
        }
        return ends.isEmpty() ? new Answer.Done() : ends.poll();
    }

    @Override
    public Answer query(ServerAddress server, Invite invite, RoomOwner owner) {
        return states.isEmpty()
                ? new Answer.Failed(new Problem(Reason.NO_SUCH_ROOM, server.authority()))
                : states.poll();
    }
}
