package org.tonewire.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.Chat;
import org.tonewire.app.core.control.ControlMessage.NewSecret;
import org.tonewire.app.core.control.ControlMessage.State;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.OwnerSeal;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentitySignature;

class JsonControlCodecTest {
    private static final RoomSecret SECRET =
            RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    private static final OwnerSeal SEAL =
            new OwnerSeal(
                    Identities.key("Owner"),
                    new Seal(Seal.MAX_NUMBER, IdentitySignature.of(new byte[64])));

    private static final String SEAL_FIELDS =
            "\"owner\":\"%s\",\"seal\":\"9007199254740991.%s\""
                    .formatted(SEAL.owner().base64Url(), "A".repeat(86));

    private final JsonControlCodec codec = new JsonControlCodec();

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageComesBackFromItsText(ControlMessage message) {
        assertThat(codec.decode(codec.encode(message))).contains(message);
    }

    static Stream<ControlMessage> messages() {
        return Stream.of(
                new Chat("a"),
                new Chat("a", 7),
                new Chat("two\nlines\tand \"quotes\" \\ \u00fc \ud83c\udfb5"),
                new Chat("x".repeat(4_000)),
                new State("Ann", List.of()),
                new State(
                        "\u5408\u594f",
                        Stream.of(Profile.values())
                                .map(profile -> track("source-" + profile.name(), profile))
                                .toList()),
                new NewSecret(SECRET, List.of(), SEAL),
                new NewSecret(SECRET, List.of(Identities.key("Ann"), Identities.key("Bob")), SEAL),
                new ControlMessage.Removed(SEAL));
    }

    @Test
    void aSecretHasSixteenBytesAndNamesThirtyTwoWhoWereRemoved() {
        String entry = "{\"participant\":\"" + Identities.key("Ann").base64Url() + "\"}";
        String many = String.join(",", Collections.nCopies(40, entry));
        String text = "{\"type\":\"invite\",\"secret\":\"%s\",\"removed\":[{},%s],%s}";

        assertThat(codec.decode(text.formatted(SECRET.text(), many, SEAL_FIELDS)))
                .contains(
                        new NewSecret(
                                SECRET, Collections.nCopies(31, Identities.key("Ann")), SEAL));
        assertThat(codec.decode(text.formatted("AAECAwQFBgcICQoLDA0O", entry, SEAL_FIELDS)))
                .isEmpty();
        assertThat(codec.decode(text.formatted(SECRET.text() + "AA", entry, SEAL_FIELDS)))
                .isEmpty();
        assertThat(codec.encode(new NewSecret(SECRET, List.of(), SEAL)))
                .isEqualTo(
                        "{\"type\":\"invite\",\"secret\":\"AAECAwQFBgcICQoLDA0ODw\",\"removed\":[],"
                                + SEAL_FIELDS
                                + "}");
        assertThat(codec.encode(new ControlMessage.Removed(SEAL)))
                .isEqualTo("{\"type\":\"removed\"," + SEAL_FIELDS + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x\":1",
                "\"owner\":\"KEY\"",
                "\"seal\":\"1.SIG\"",
                "\"owner\":7,\"seal\":\"1.SIG\"",
                "\"owner\":\"KEYA\",\"seal\":\"1.SIG\"",
                "\"owner\":\"KEY\",\"seal\":1",
                "\"owner\":\"KEY\",\"seal\":\"0.SIG\"",
                "\"owner\":\"KEY\",\"seal\":\"9007199254740992.SIG\"",
                "\"owner\":\"KEY\",\"seal\":\"1.SIGA\"",
            })
    void whatTheOwnerDidNotSealIsNoControlMessage(String fields) {
        String filled =
                fields.replace("KEY", SEAL.owner().base64Url())
                        .replace("SIG", SEAL.seal().signature().base64Url());

        assertThat(codec.decode("{\"type\":\"removed\"," + filled + "}")).isEmpty();
        assertThat(
                        codec.decode(
                                "{\"type\":\"invite\",\"secret\":\"%s\",\"removed\":[],%s}"
                                        .formatted(SECRET.text(), filled)))
                .isEmpty();
    }

    @Test
    void theTextIsThatOfTheProtocol() {
        State state =
                new State(
                        "Ann",
                        List.of(
                                new TrackInfo(
                                        new TrackId("source-1"), "Mix", Profile.STUDIO, true)));

        assertThat(codec.encode(state))
                .isEqualTo(
                        """
                        {"type":"state","name":"Ann","tracks":[{"id":"source-1","name":"Mix",\
                        "profile":"studio","muted":true}]}\
                        """);
        assertThat(codec.encode(new Chat("hi"))).isEqualTo("{\"type\":\"chat\",\"text\":\"hi\"}");
    }

    @Test
    void whatIsNotKnownIsPassedOver() {
        String text =
                """
                {"type":"state","v":2,"name":"Ann","mood":{"a":[1]},"tracks":[
                 {"id":"t","name":"Mix","profile":"lossless","muted":false,"gain":3}]}\
                """;

        assertThat(codec.decode(text))
                .contains(
                        new State(
                                "Ann",
                                List.of(
                                        new TrackInfo(
                                                new TrackId("t"), "Mix", Profile.MUSIC, false))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "true",
                "\"chat\"",
                "[]",
                "[{\"type\":\"chat\",\"text\":\"a\"}]",
                "{}",
                "{",
                "}",
                "{\"type\"",
                "{\"type\":}",
                "{\"type\":null}",
                "{\"type\":{}}",
                "{\"type\":[\"chat\"],\"text\":\"a\"}",
                "{\"type\":\"Chat\",\"text\":\"a\"}",
                "{\"type\":\"video\"}",
                "{\"type\":\"chat\"}",
                "{\"type\":\"chat\",\"text\":\"\"}",
                "{\"type\":\"chat\",\"text\":\" \\n \"}",
                "{\"type\":\"chat\",\"text\":null}",
                "{\"type\":\"chat\",\"text\":7}",
                "{\"type\":\"chat\",\"text\":[\"a\"]}",
                "{\"type\":\"chat\",\"text\":\"a\"} and more",
                "\u0000\u0001\u0002",
                "\ud800",
            })
    void whatIsNoControlMessageIsNone(String text) {
        assertThat(codec.decode(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"state\"}",
                "{\"type\":\"state\",\"name\":null,\"tracks\":null}",
                "{\"type\":\"state\",\"name\":{},\"tracks\":{}}",
                "{\"type\":\"state\",\"name\":[],\"tracks\":\"a\"}",
                "{\"type\":\"state\",\"tracks\":[1,null,\"a\",[],true]}",
            })
    void aStateOfWrongShapesIsAnEmptyOne(String text) {
        assertThat(codec.decode(text)).contains(new State("", List.of()));
    }

    @Test
    void aTrackOfWrongShapesHasPlainValues() {
        String text =
                """
                {"type":"state","name":"Ann","tracks":[
                 {"id":{},"name":[],"profile":7,"muted":"yes"},{"muted":{}},{"muted":null}]}\
                """;
        TrackInfo plain = new TrackInfo(new TrackId(""), "", Profile.MUSIC, false);

        assertThat(codec.decode(text)).contains(new State("Ann", List.of(plain, plain, plain)));
    }

    @Test
    void anEndlessTextIsNotRead() {
        String chat = "{\"type\":\"chat\",\"text\":\"a\"";

        assertThat(codec.decode(chat + " ".repeat(65_536 - chat.length() - 1) + "}")).isPresent();
        assertThat(codec.decode(chat + " ".repeat(65_536 - chat.length()) + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aDeepTextIsNotRead(String opening) {
        assertThat(codec.decode("{\"type\":\"chat\",\"x\":" + opening.repeat(10_000))).isEmpty();
    }

    @Test
    void moreTracksThanAnybodyHasAreCutOff() {
        String text =
                "{\"type\":\"state\",\"name\":\"Ann\",\"tracks\":[" + "{},".repeat(5_000) + "{}]}";

        assertThat(codec.decode(text))
                .hasValueSatisfying(message -> assertThat(((State) message).tracks()).hasSize(64));
    }

    private static TrackInfo track(String id, Profile profile) {
        return new TrackInfo(new TrackId(id), "Track of " + id, profile, profile == Profile.VOICE);
    }
}
