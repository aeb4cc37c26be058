package org.tonewire.signaling.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.ResumeToken;

final class CodecTest {
    private static final byte[] BYTES = new byte[32];
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
                .isEqualTo(new Decoded.Message<>(new ClientMessage.Leave()));
    }

    @Test
    void secretsAreNotInTheirTextForm() {
        assertThat(new ClientMessage.Open(ROOM, NAME, AccessKey.of(BYTES)).toString())
                .doesNotContain(AccessKey.of(BYTES).base64Url());
    }
}
