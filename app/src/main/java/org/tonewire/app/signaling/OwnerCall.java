package org.tonewire.app.signaling;

import java.io.EOFException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;

/// One request of a room's owner to a server: `connecting --opened--> greeting --challenge-->
/// asking --owned, room-info, or closed after end--> done`. Used once, by one thread, which blocks;
/// the socket's threads only hand over what happens.
final class OwnerCall {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerCall.class);
    private static final String CLIENT = "tonewire";
    private static final int NORMAL = 1000;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int MAX_CAUSES = 16;

    private final Target target;
    private final CheckedTrust trust;
    private final Duration limit;
    private final Function<SocketListener, TyrusSocket> connect;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /// @param withToken whether a token is shown
    record Target(Invite invite, boolean withToken, Asks asks) {}

    /// What for.
    enum Asks {
        OWN,
        QUERY,
        END
    }

    /// @param limit for all of it
    OwnerCall(
            Target target,
            CheckedTrust trust,
            Duration limit,
            Function<SocketListener, TyrusSocket> connect) {
        this.target = target;
        this.trust = trust;
        this.limit = limit;
        this.connect = connect;
    }

    private sealed interface Event {
        record Opened() implements Event {}

        record Said(ServerMessage message) implements Event {}

        record Strange() implements Event {}

        record NotOpened(Throwable cause) implements Event {}

        record Closed(int code) implements Event {}
    }

    /// @param request for the nonce of the server
    Answer perform(Function<Nonce, ClientMessage> request) {
        return perform(request, () -> true);
    }

    /// @param wanted asked right before the request is sent
    Answer perform(Function<Nonce, ClientMessage> request, BooleanSupplier wanted) {
        TyrusSocket socket = connect.apply(new Handover());
        boolean asked = false;
        long endNanos = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                @Nullable Event event =
                        events.poll(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event instanceof Event.Opened) {
                    send(socket, new ClientMessage.Hello(ProtocolVersion.CURRENT, CLIENT));
                } else if (event instanceof Event.Said(ServerMessage.Challenge challenge)
                        && challenge.version() == ProtocolVersion.CURRENT
                        && !asked) {
                    ClientMessage message = request.apply(challenge.nonce());
                    if (!wanted.getAsBoolean()) {
                        return new Answer.Failed(Problem.of(Reason.SERVER_CLOSED));
                    }
                    asked = true;
                    send(socket, message);
                } else {
                    return event == null ? failed(Reason.SERVER_UNREACHABLE) : answer(event, asked);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed(Reason.SERVER_UNREACHABLE);
        } finally {
            socket.close();
        }
    }

    private static void send(TyrusSocket socket, ClientMessage message) {
        socket.send(ClientMessageCodec.encode(message), _ -> {});
    }

    /// @param event the last one
    /// @param asked whether the request was sent
    private Answer answer(Event event, boolean asked) {
        return switch (event) {
            case Event.NotOpened(Throwable cause) ->
                    trust.refused()
                            .<Answer>map(Answer.Untrusted::new)
                            .orElseGet(() -> failed(reason(cause)));
            case Event.Closed(int code) ->
                    asked && code == NORMAL && target.asks() == Asks.END
                            ? new Answer.Done()
                            : failed(Reason.SERVER_UNREACHABLE);
            case Event.Said(ServerMessage.Owned owned) -> new Answer.Done(owned.keep());
            case Event.Said(ServerMessage.RoomInfo info) when target.asks() == Asks.QUERY ->
                    new Answer.Shown(info.state());
            case Event.Said(ServerMessage.Refused refused) -> refused(refused.reason());
            case Event.Said(ServerMessage.Failed failed)
                    when failed.reason() == ErrorReason.UNKNOWN_TYPE ->
                    failed(Reason.SERVER_TOO_OLD);
            case Event.Said(ServerMessage.Challenge again)
                    when again.version() != ProtocolVersion.CURRENT ->
                    new Answer.Failed(Problem.of(Reason.VERSION_MISMATCH));
            case Event.Said _, Event.Strange _, Event.Opened _ -> failed(Reason.NOT_A_SERVER);
        };
    }

    private Answer refused(RefusalReason reason) {
        return switch (reason) {
            case VERSION_MISMATCH -> new Answer.Failed(Problem.of(Reason.VERSION_MISMATCH));
            // It ended already; a host's own server has its one room only.
            case NO_SUCH_ROOM ->
                    switch (target.asks()) {
                        case OWN -> failed(Reason.NOT_A_SERVER);
                        case QUERY -> failed(Reason.NO_SUCH_ROOM);
                        case END -> new Answer.Done();
                    };
            case ROOM_ENDED ->
                    switch (target.asks()) {
                        case OWN -> new Answer.Failed(Problem.of(Reason.SERVER_CLOSED));
                        case QUERY -> failed(Reason.NO_SUCH_ROOM);
                        case END -> new Answer.Done();
                    };
            case WRONG_KEY, ROOM_TAKEN ->
                    new Answer.Failed(
                            new Problem(Reason.ROOM_TAKEN, target.invite().room().value()));
            case TOO_MANY_ROOMS, ROOM_FULL -> failed(Reason.SERVER_FULL);
            case TOKEN_REFUSED ->
                    failed(
                            target.withToken()
                                    ? Reason.SERVER_TOKEN_WRONG
                                    : Reason.SERVER_TOKEN_MISSING);
            case IDENTITY_INVALID -> new Answer.Failed(Problem.of(Reason.IDENTITY_REFUSED));
            case SERVER_CLOSING -> failed(Reason.SERVER_UNREACHABLE);
            case ROOM_NAME_INVALID, NAME_INVALID, TOO_SLOW -> failed(Reason.NOT_A_SERVER);
        };
    }

    /// Nobody answers now, or something that speaks another language.
    private static Reason reason(Throwable failure) {
        @Nullable Throwable cause = failure;
        boolean strange = false;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return Reason.SERVER_UNREACHABLE;
            }
            strange |=
                    cause instanceof SSLException
                            || cause instanceof ProtocolException
                            || cause instanceof CertificateException
                            || (cause instanceof HandshakeException refused
                                    && refused.getHttpStatusCode() < FIRST_SERVER_ERROR);
            cause = cause.getCause();
        }
        return strange ? Reason.NOT_A_SERVER : Reason.SERVER_UNREACHABLE;
    }

    private Answer failed(Reason reason) {
        return new Answer.Failed(new Problem(reason, target.invite().authority()));
    }

    /// Called on the socket's threads.
    private final class Handover implements SocketListener {
        @Override
        public void opened() {
            events.add(new Event.Opened());
        }

        @Override
        public boolean isReady() {
            return events.isEmpty();
        }

        @Override
        public void text(String text) {
            Decoded<ServerMessage> decoded = ServerMessageCodec.decode(text);
            events.add(
                    decoded instanceof Decoded.Message<ServerMessage>(ServerMessage message)
                            ? new Event.Said(message)
                            : new Event.Strange());
        }

        @Override
        public void alive() {
            // The limit counts.
        }

        @Override
        public void failed(Throwable cause) {
            LOG.debug("the server was not reached", cause);
            events.add(new Event.NotOpened(cause));
        }

        @Override
        public void closed(int code) {
            events.add(new Event.Closed(code));
        }
    }
}
