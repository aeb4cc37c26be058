package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.ResumeToken;

final class CodecTest {
    private static final byte[] BYTES = new byte[32];
    private static final RoomName ROOM = new RoomName("Stüdio 1");
    private static final ParticipantName NAME = new ParticipantName("Ann \uD83C\uDFB8");
    private static final ParticipantId ID = new ParticipantId("a_-9");

    static List<PeerMessage> peerMessages() {
        return List.of(
                new PeerMessage.Offer("v=0\r\n", "seal"),
                new PeerMessage.Answer("v=0\r\n\"quoted\"", "seal"),
                new PeerMessage.Candidate(ID, "candidate:1 1 udp 1 ::1 9 typ host", "0", 0),
                new PeerMessage.Candidate(ID, "", "audio", 3),
                new PeerMessage.Restart(),
                new PeerMessage.Refuse("seal-mismatch"));
    }

    static List<ClientMessage> clientMessages() {
        return List.of(
                new ClientMessage.Hello(1, "tonewire 0.1"),
                new ClientMessage.Open(ROOM, NAME, AccessKey.of(BYTES)),
                new ClientMessage.Enter(ROOM, NAME),
                new ClientMessage.Join(ROOM, NAME, JoinProof.of(BYTES), Optional.empty()),
                new ClientMessage.Join(
                        ROOM, NAME, JoinProof.of(BYTES), Optional.of(ResumeToken.of(BYTES))),
                new ClientMessage.Leave());
    }

    static List<ServerMessage> serverMessages() {
        ParticipantInfo info = new ParticipantInfo(ID, NAME);
        return List.of(
                new ServerMessage.Challenge(1, "tonewire", Nonce.of(BYTES)),
                new ServerMessage.Joined(
                        ROOM,
                        info,
                        new ServerMessage.Resumption(ResumeToken.of(BYTES), 6, true),
                        List.of(info, info)),
                new ServerMessage.ParticipantJoined(info),
                new ServerMessage.ParticipantLeft(ID, LeaveReason.LOST),
                new ServerMessage.Refused(RefusalReason.NO_SUCH_ROOM, "no"),
                new ServerMessage.Failed(
                        ErrorReason.MISSING_FIELD, "to is missing", Optional.of("to")),
                new ServerMessage.Failed(ErrorReason.UNKNOWN_TARGET, "gone", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void clientMessagesComeBackAsTheyWent(ClientMessage message) {
        assertThat(ClientMessageCodec.decode(ClientMessageCodec.encode(message)))
                .isEqualTo(new Decoded.Message<>(message));
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void serverMessagesComeBackAsTheyWent(ServerMessage message) {
        assertThat(ServerMessageCodec.decode(ServerMessageCodec.encode(message)))
                .isEqualTo(new Decoded.Message<>(message));
    }

    @ParameterizedTest
    @MethodSource("peerMessages")
    void peerMessagesComeBackAsTheyWent(PeerMessage message) {
        ClientMessage toPeer = new ClientMessage.ToPeer(ID, message);
        ServerMessage fromPeer = new ServerMessage.FromPeer(ID, message);

        assertThat(ClientMessageCodec.decode(ClientMessageCodec.encode(toPeer)))
                .isEqualTo(new Decoded.Message<>(toPeer));
        assertThat(ServerMessageCodec.decode(ServerMessageCodec.encode(fromPeer)))
                .isEqualTo(new Decoded.Message<>(fromPeer));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}|type|MISSING_FIELD",
                "{`type`:7}|type|WRONG_TYPE",
                "{`type`:null}|type|MISSING_FIELD",
                "{`type`:`hello`,`client`:`x`}|version|MISSING_FIELD",
                "{`type`:`hello`,`version`:`1`,`client`:`x`}|version|WRONG_TYPE",
                "{`type`:`hello`,`version`:1.5,`client`:`x`}|version|WRONG_TYPE",
                "{`type`:`hello`,`version`:-1,`client`:`x`}|version|INVALID_VALUE",
                "{`type`:`hello`,`version`:1e9999999,`client`:`x`}|version|INVALID_VALUE",
                "{`type`:`hello`,`version`:1,`client`:{}}|client|WRONG_TYPE",
                "{`type`:`join`,`room`:`a/b`,`name`:`x`,`proof`:`x`}|room|INVALID_VALUE",
                "{`type`:`join`,`room`:`..`,`name`:`x`,`proof`:`x`}|room|INVALID_VALUE",
                "{`type`:`join`,`room`:`a`,`name`:` `,`proof`:`x`}|name|INVALID_VALUE",
                "{`type`:`join`,`room`:`a`,`name`:`x`,`proof`:`x`}|proof|INVALID_VALUE",
                "{`type`:`restart`}|to|MISSING_FIELD",
                "{`type`:`restart`,`to`:``}|to|INVALID_VALUE",
                "{`type`:`refuse`,`to`:`a`,`reason`:`Not Kebab`}|reason|INVALID_VALUE",
                "{`type`:`offer`,`to`:`a`,`seal`:`s`}|sdp|MISSING_FIELD"
            })
    void theWrongFieldIsNamed(String text, String field, ErrorReason fault) {
        Decoded<ClientMessage> decoded = ClientMessageCodec.decode(text.replace('`', '"'));

        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.BadField.class,
                        bad -> {
                            assertThat(bad.field()).isEqualTo(field);
                            assertThat(bad.fault()).isEqualTo(fault);
                            assertThat(bad.problem()).contains(field);
                        });
    }

    @Test
    void aWrongFieldInAListIsNamedWithItsPath() {
        String text =
                """
                {"type":"joined","room":"a","self":{"id":"a","name":"A"},
                "resume":"%s","resumeSeconds":6,"resumed":false,"participants":[{"id":"b"}]}\
                """
                        .formatted(ResumeToken.of(BYTES).base64Url());

        assertThat(ServerMessageCodec.decode(text))
                .isEqualTo(
                        new Decoded.BadField<>(
                                "participants[].name",
                                ErrorReason.MISSING_FIELD,
                                "participants[].name is missing"));
    }

    @Test
    void anUnknownTypeIsNamed() {
        assertThat(ClientMessageCodec.decode("{\"type\":\"dance\"}"))
                .isEqualTo(new Decoded.UnknownType<>("dance"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "7",
                "null",
                "{\"type\":\"leave\"} x",
                "{\"type\":\"leave\"",
                "{type:\"leave\"}",
                "{'type':'leave'}",
                "{\"type\":\"leave\",}",
                "{\"type\":\"leave\",\"x\":[[[[[[[[[[]]]]]]]]]]}"
            })
    void whatIsNotOneObjectIsRefused(String text) {
        assertThat(ClientMessageCodec.decode(text)).isInstanceOf(Decoded.NotAnObject.class);
    }

    @Test
    void aFrameThatIsTooLongIsRefusedUnread() {
        String text = "{\"type\":\"leave\",\"x\":\"" + "x".repeat(JsonText.MAX_CHARACTERS) + "\"}";

        assertThat(ClientMessageCodec.decode(text)).isInstanceOf(Decoded.NotAnObject.class);
    }

    @Test
    void fieldsOfLaterVersionsAreIgnored() {
        assertThat(ClientMessageCodec.decode("{\"type\":\"leave\",\"mood\":[1,{}]}"))
                .isEqualTo(new Decoded.Message<>(new ClientMessage.Leave()));
    }

    @Test
    void secretsDoNotShowInLogs() {
        assertThat(new ClientMessage.Open(ROOM, NAME, AccessKey.of(BYTES)).toString())
                .doesNotContain(AccessKey.of(BYTES).base64Url());
    }
}
