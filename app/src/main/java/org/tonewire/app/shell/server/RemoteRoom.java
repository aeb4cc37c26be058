package org.tonewire.app.shell.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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

/// A room on a server elsewhere, whose owner is here. A server that does not take a new secret at
/// once is asked again whenever the session's connection to it changes. Any thread.
final class RemoteRoom implements Hosting {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteRoom.class);

    private final RoomServers servers;
    private final At at;
    private final RoomOwner owner;
    private final Executor background;
    private final ReentrantLock asking = new ReentrantLock();

    /// By a secret that the server was not told yet, or did not take.
    private final AtomicReference<@Nullable Invite> wanted = new AtomicReference<>();

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Invite invite;

    /// Where the room is.
    ///
    /// @param firstPin the certificate of the server, if it was taken now
    /// @param problem of remembering the server
    record At(ServerAddress server, Optional<CertificatePin> firstPin, Optional<Problem> problem) {}

    RemoteRoom(RoomServers servers, At at, Invite invite, RoomOwner owner, Executor background) {
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
        wanted.updateAndGet(waiting ->
                waiting != null && waiting.secret().equals(now.secret()) ? null : waiting);
    }

    private void askSoon() {
        background.execute(this::ask);
    }

    private void ask() {
        asking.lock();
        try {
            if (closed.get()) {
                return;
            }
            @Nullable Invite waiting = wanted.get();
            Invite next = waiting == null ? invite : waiting;
            switch (servers.own(at.server(), next, owner)) {
                case Answer.Done _ -> taken(next);
                case Answer.Failed(Problem problem) ->
                        LOG.warn("the server does not take the secret: {}", problem.reason());
                case Answer.Untrusted _ ->
                        LOG.warn("the server shows another certificate than before");
            }
        } finally {
            asking.unlock();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)
                && servers.end(at.server(), invite, owner) instanceof Answer.Failed(Problem why)) {
            LOG.info("the room was not ended at its server: {}", why.reason());
        }
    }

    @Override
    public void leaveOpen() {
        closed.set(true);
    }
}
