package org.tonewire.app.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.glassfish.tyrus.core.HandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.signaling.OwnerCall.Asks;
import org.tonewire.app.signaling.wire.Dial;
import org.tonewire.app.signaling.wire.Dial.Limits;
import org.tonewire.app.signaling.wire.Dial.Names;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;

/// What an owner makes of what a server does.
class OwnerCallTest {
    private static final Invite INVITE =
            new Invite("h", 1, RoomServer.STUDIO, RoomServer.SECRET, Optional.empty());
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String CHALLENGE =
            ServerMessageCodec.encode(
                    new ServerMessage.Challenge(
                            ProtocolVersion.CURRENT, "x", Nonce.of(new byte[32])));

    private final List<Nonce> asked = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"OWN, 1000, false", "OWN, 1006, false", "END, 1000, true", "END, 1006, false"})
    void aBareCloseIsNoYesButToAnEnd(Asks asks, int code, boolean done) {
        Answer answer =
                perform(
                        asks,
                        server -> {
                            server.text(CHALLENGE);
                            server.closed(code);
                        });

        assertThat(answer).isEqualTo(done ? new Answer.Done() : failed(Reason.SERVER_UNREACHABLE));
    }

    @Test
    void aServerThatKnowsNoQuestionsIsTooOld() {
        String unknown =
                ServerMessageCodec.encode(
                        new ServerMessage.Failed(
                                ErrorReason.UNKNOWN_TYPE, "query", Optional.of("type")));

        assertThat(perform(Asks.QUERY, server -> server.text(unknown)))
                .isEqualTo(failed(Reason.SERVER_TOO_OLD));
    }

    @Test
    void aStateIsNoAnswerToARequest() {
        RoomState state =
                new RoomState(
                        RoomServer.STUDIO, 0, Duration.ZERO, Optional.empty(), Optional.empty());
        String shown = ServerMessageCodec.encode(new ServerMessage.RoomInfo(state));

        assertThat(perform(Asks.OWN, server -> server.text(shown)))
                .isEqualTo(failed(Reason.NOT_A_SERVER));
        assertThat(perform(Asks.END, server -> server.text(shown)))
                .isEqualTo(failed(Reason.NOT_A_SERVER));
        assertThat(perform(Asks.QUERY, server -> server.text(shown)))
                .isEqualTo(new Answer.Shown(state));
    }

    @Test
    void onlyOneChallengeIsAnswered() {
        Answer answer =
                perform(
                        Asks.OWN,
                        server -> {
                            server.text(CHALLENGE);
                            server.text(CHALLENGE);
                        });

        assertThat(answer).isEqualTo(failed(Reason.NOT_A_SERVER));
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"NO_SUCH_ROOM", "ROOM_ENDED"})
    void aRoomThatIsGoneEnded(RefusalReason reason) {
        String refused = ServerMessageCodec.encode(new ServerMessage.Refused(reason, ""));

        assertThat(perform(Asks.END, server -> server.text(refused))).isEqualTo(new Answer.Done());
    }

    @Test
    void aRoomThatItsOwnerEndedIsSaidToBeClosed() {
        String refused =
                ServerMessageCodec.encode(new ServerMessage.Refused(RefusalReason.ROOM_ENDED, ""));

        assertThat(perform(Asks.OWN, server -> server.text(refused)))
                .isEqualTo(new Answer.Failed(Problem.of(Reason.SERVER_CLOSED)));
        assertThat(perform(Asks.QUERY, server -> server.text(refused)))
                .isEqualTo(failed(Reason.NO_SUCH_ROOM));
    }

    @Test
    void aServerThatClosesItselfDoesNotAnswer() {
        String refused =
                ServerMessageCodec.encode(
                        new ServerMessage.Refused(RefusalReason.SERVER_CLOSING, ""));

        assertThat(perform(Asks.OWN, server -> server.text(refused)))
                .isEqualTo(failed(Reason.SERVER_UNREACHABLE));
        assertThat(perform(Asks.OWN, server -> server.closed(1001)))
                .isEqualTo(failed(Reason.SERVER_UNREACHABLE));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SocketException("Connection reset"), Reason.SERVER_UNREACHABLE),
                Arguments.of(
                        new SSLHandshakeException("ended", new EOFException("shut down")),
                        Reason.SERVER_UNREACHABLE),
                Arguments.of(new HandshakeException(502, "bad"), Reason.SERVER_UNREACHABLE),
                Arguments.of(new IOException("closed"), Reason.SERVER_UNREACHABLE),
                Arguments.of(new HandshakeException(404, "no"), Reason.NOT_A_SERVER),
                Arguments.of(new ProtocolException("not HTTP"), Reason.NOT_A_SERVER),
                Arguments.of(new SSLException("not TLS"), Reason.NOT_A_SERVER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyWhatSpeaksAnotherLanguageIsNoServer(Throwable cause, Reason reason) {
        assertThat(perform(Asks.OWN, server -> server.failed(new IOException(cause))))
                .isEqualTo(failed(reason));
    }

    private Answer perform(Asks asks, Consumer<SocketListener> server) {
        CheckedTrust trust = CheckedTrust.of(Optional.empty());
        return new OwnerCall(
                        new OwnerCall.Target(INVITE, false, asks),
                        trust,
                        LONG,
                        listener -> {
                            server.accept(listener);
                            return nowhere(trust);
                        })
                .perform(nonce -> {
                    asked.add(nonce);
                    return new ClientMessage.Hello(ProtocolVersion.CURRENT, "asked");
                });
    }

    private static TyrusSocket nowhere(CheckedTrust trust) {
        return TyrusSocket.connect(
                URI.create("wss://127.0.0.1:1/"),
                new Dial(trust.context(), Names.DO_NOT_MATTER, new Limits(LONG, LONG)),
                Map.of(),
                new Silent());
    }

    private static Answer failed(Reason reason) {
        return new Answer.Failed(new Problem(reason, INVITE.authority()));
    }

    private static final class Silent implements SocketListener {
        @Override
        public void opened() {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void text(String text) {}

        @Override
        public void alive() {}

        @Override
        public void failed(Throwable cause) {}

        @Override
        public void closed(int code) {}
    }
}
