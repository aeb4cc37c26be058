package org.tonewire.app.shell.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.RoomOwner;

/// A room on a server elsewhere, whose owner is here. A server that does not take a new secret is
/// asked again until it does: whenever the session's connection to it changes, and after a delay
/// that doubles. Any thread.
final class RemoteRoom implements Hosting {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteRoom.class);

    /// The host is leaving, and waits for it.
    private static final Duration END_LIMIT = Duration.ofMillis(1_500);

    /// Somebody who was removed hears the room until the server took the new secret.
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final RoomServers servers;
    private final At at;
    private final RoomOwner owner;
    private final Later background;
    private final ReentrantLock asking = new ReentrantLock();

    /// By a secret that the server was not told yet, or did not take.
    private final AtomicReference<@Nullable Invite> wanted = new AtomicReference<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Duration retry = FIRST_RETRY;
    private volatile Invite invite;

    /// Where the room is.
    ///
    /// @param firstPin the certificate of the server, if it was taken now
    /// @param problem of remembering the server
    record At(ServerAddress server, Optional<CertificatePin> firstPin, Optional<Problem> problem) {}

    RemoteRoom(RoomServers servers, At at, Invite invite, RoomOwner owner, Later background) {
        this.servers = servers;
        this.at = at;
        this.invite = invite;
        this.owner = owner;
        this.background = background;
    }

    @Override
    public Invite invite() {
        return invite;
    }

    @Override
    public Invite localInvite() {
        return invite;
    }

    @Override
    public RoomOwner owner() {
        return owner;
    }

    @Override
    public int port() {
        return at.server().port();
    }

    @Override
    public Optional<ServerAddress> server() {
        return Optional.of(at.server());
    }

    @Override
    public Optional<CertificatePin> firstPin() {
        return at.firstPin();
    }

    @Override
    public List<String> addresses() {
        return List.of();
    }

    @Override
    public void advertise(String host) {
        LOG.debug("invites to a room on a server name that server");
    }

    @Override
    public List<Problem> problems() {
        return at.problem().stream().toList();
    }

    @Override
    public void renew(RoomSecret secret) {
        wanted.set(invite.with(secret));
        retry = FIRST_RETRY;
        askSoon();
    }

    /// Session thread; does not wait for the server.
    @Override
    public void happened(SessionEvent event) {
        if (event instanceof SessionEvent.SecretHandedOver(RoomSecret secret)) {
            renew(secret);
        } else if (event instanceof SessionEvent.InviteChanged changed) {
            taken(changed.invite());
        } else if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus status)
                && (isWaiting(status) || isLockedOut(status))) {
            askSoon();
        }
    }

    private boolean isWaiting(ConnectionStatus status) {
        return wanted.get() != null
                && (status instanceof ConnectionStatus.InRoom
                        || status instanceof ConnectionStatus.Reconnecting);
    }

    /// Somebody who has the secret before may have opened the room after a restart of the server.
    private static boolean isLockedOut(ConnectionStatus status) {
        return status instanceof ConnectionStatus.Reconnecting(Problem problem, _)
                && isAboutTheKey(problem);
    }

    private static boolean isAboutTheKey(Problem problem) {
        return problem.reason() == Reason.INVITE_RENEWED || problem.reason() == Reason.WRONG_KEY;
    }

    private void taken(Invite now) {
        invite = now;
        @Nullable Invite waiting = wanted.get();
        if (waiting != null && waiting.secret().equals(now.secret())) {
            wanted.compareAndSet(waiting, null);
        }
    }

    private void askSoon() {
        background.after(Duration.ZERO, this::ask);
    }

    private void ask() {
        asking.lock();
        try {
            if (closed.get()) {
                return;
            }
            @Nullable Invite waiting = wanted.get();
            Invite next = waiting == null ? invite : waiting;
            switch (servers.own(at.server(), next, owner, Optional.empty(), () -> !closed.get())) {
                case Answer.Done _, Answer.Shown _ -> taken(next);
                case Answer.Failed(Problem problem) ->
                        LOG.warn("the server does not take the secret: {}", problem.reason());
                case Answer.Untrusted _ ->
                        LOG.warn("the server shows another certificate than before");
            }
        } finally {
            asking.unlock();
        }
        askAgain();
    }

    /// Once at a time, as long as the server did not take the secret.
    private void askAgain() {
        if (closed.get() || wanted.get() == null || !waiting.compareAndSet(false, true)) {
            return;
        }
        Duration delay = retry;
        Duration doubled = delay.multipliedBy(2);
        retry = doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
        background.after(
                delay,
                () -> {
                    waiting.set(false);
                    if (wanted.get() != null) {
                        ask();
                    }
                });
    }

    @Override
    public void close() {
        boolean _ = end();
    }

    @Override
    public boolean end() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        Answer answer = servers.end(at.server(), invite, owner, END_LIMIT);
        @Nullable Invite newer = wanted.get();
        if (newer != null && isAnothers(answer)) {
            // The server took the new secret, and its answer was lost.
            answer = servers.end(at.server(), newer, owner, END_LIMIT);
        }
        if (answer instanceof Answer.Failed(Problem why)) {
            LOG.info("the room was not ended at its server: {}", why.reason());
        }
        return answer instanceof Answer.Done;
    }

    /// A server says the same of another key.
    private static boolean isAnothers(Answer answer) {
        return answer instanceof Answer.Failed(Problem why) && why.reason() == Reason.ROOM_TAKEN;
    }

    @Override
    public void leaveOpen() {
        closed.set(true);
    }
}
