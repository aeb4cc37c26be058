package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;

final class CodecTest {
    private static final RoomName ROOM = new RoomName("Stüdio 1");
    private static final ParticipantName NAME = new ParticipantName("Ann \uD83C\uDFB8");

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
                "{`type`:`refuse`,`to`:`a`,`reason`:`no`}|offer|MISSING_FIELD",
                "{`type`:`refuse`,`to`:`a`,`offer`:`short`,`reason`:`no`}|offer|INVALID_VALUE",
                "{`type`:`offer`,`to`:`a`}|sdp|MISSING_FIELD",
                "{`type`:`restart`,`to`:`a`,`seal`:`1.s`}|seal|INVALID_VALUE",
                "{`type`:`restart`,`to`:`a`,`seal`:7}|seal|WRONG_TYPE"
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

    /// Signed as UTF-8, half a character would be the same as a question mark.
    @ParameterizedTest
    @CsvSource({
        "offer, sdp, v=0\\ud800",
        "answer, sdp, \\udc00v=0",
        "candidate, candidate, a\\udc00\\ud800b",
        "candidate, sdpMid, \\udfff",
        "hello, client, \\ud83cx"
    })
    void halfACharacterIsRefused(String type, String field, String value) {
        assertThat(ClientMessageCodec.decode(withField(type, field, value)))
                .isInstanceOf(Decoded.NotAnObject.class);
    }

    /// NUL separates the texts that are signed.
    @ParameterizedTest
    @CsvSource({
        "offer, sdp, v=0\\u0000",
        "answer, sdp, v=0\\u001b",
        "candidate, candidate, a\\u0000b",
        "candidate, candidate, a\\r\\nb",
        "candidate, sdpMid, 0\\u0000",
        "candidate, sdpMid, \\u007f",
        "refuse, reason, no\\u0000"
    })
    void aControlCharacterIsRefused(String type, String field, String value) {
        assertInvalid(type, field, value);
    }

    @Test
    void aDescriptionHasLinesAndWholeCharacters() {
        String sdp = "v=0\r\ns=\uD83C\uDFB8\t\n";

        assertThat(
                        ClientMessageCodec.decode(
                                ClientMessageCodec.encode(
                                        new ClientMessage.ToPeer(
                                                new ParticipantId("a"),
                                                new PeerMessage.Offer(sdp),
                                                Optional.empty()))))
                .isInstanceOf(Decoded.Message.class);
    }

    /// A message whose fields are all valid but one.
    ///
    /// @param value with JSON's escapes
    private static String withField(String type, String field, String value) {
        Map<String, String> fields =
                new HashMap<>(
                        Map.of(
                                "to", "\"a\"",
                                "from", "\"a\"",
                                "version", "2",
                                "client", "\"x\"",
                                "sdp", "\"v=0\"",
                                "sender", "\"owner\"",
                                "candidate", "\"c\"",
                                "sdpMid", "\"0\"",
                                "sdpMLineIndex", "0",
                                "reason", "\"no\""));
        fields.put("offer", "\"" + "A".repeat(43) + "\"");
        fields.put("type", "\"" + type + "\"");
        fields.put(field, "\"" + value + "\"");
        return fields.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void assertInvalid(String type, String field, String value) {
        assertThat(ClientMessageCodec.decode(withField(type, field, value)))
                .isInstanceOfSatisfying(
                        Decoded.BadField.class,
                        bad -> {
                            assertThat(bad.field()).isEqualTo(field);
                            assertThat(bad.fault()).isEqualTo(ErrorReason.INVALID_VALUE);
                        });
    }

    @Test
    void aWrongFieldInAListIsNamedWithItsPath() {
        String text =
                """
                {"type":"joined","room":"a","self":{"id":"a","name":"A"},
                "resumeSeconds":6,"resumed":false,"participants":[{"id":"b"}]}\
                """;

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
    void aTextThatIsNotOneObjectIsRefused(String text) {
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
                .isEqualTo(new Decoded.Message<>(new ClientMessage.Leave(Optional.empty())));
    }

    @Test
    void secretsAreNotInTheirTextForm() {
        byte[] secret = new byte[32];
        secret[0] = 1;
        String text =
                Messages.client().stream()
                        .filter(ClientMessage.Open.class::isInstance)
                        .map(ClientMessage.Open.class::cast)
                        .map(open ->
                                new ClientMessage.Open(
                                        ROOM, NAME, AccessKey.of(secret), open.identity()))
                        .findFirst()
                        .orElseThrow()
                        .toString();

        assertThat(text).doesNotContain(AccessKey.of(secret).base64Url());
    }
}
