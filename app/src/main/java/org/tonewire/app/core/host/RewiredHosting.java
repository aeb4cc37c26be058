package org.tonewire.app.core.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.RoomOwner;

/// A hosted room that something else closes, or follows.
record RewiredHosting(
        Hosting room, Runnable closing, Consumer<SessionEvent> following, boolean staysWithoutHost)
        implements Hosting {
    @Override
    public Invite invite() {
        return room.invite();
    }

    @Override
    public Invite localInvite() {
        return room.localInvite();
    }

    @Override
    public RoomOwner owner() {
        return room.owner();
    }

    @Override
    public int port() {
        return room.port();
    }

    @Override
    public Optional<ServerAddress> server() {
        return room.server();
    }

    @Override
    public Optional<CertificatePin> firstPin() {
        return room.firstPin();
    }

    @Override
    public List<String> addresses() {
        return room.addresses();
    }

    @Override
    public void advertise(String host) {
        room.advertise(host);
    }

    @Override
    public List<Problem> problems() {
        return room.problems();
    }

    @Override
    public void renew(RoomSecret secret) {
        room.renew(secret);
    }

    @Override
    public void happened(SessionEvent event) {
        following.accept(event);
    }

    @Override
    public void close() {
        closing.run();
    }
}
