package org.tonewire.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.Chat;
import org.tonewire.app.core.control.ControlMessage.State;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

/// Texts that a stranger's program sends to be shown here.
class StrangersTextTest {
    private static final String NOTE = "\ud83c\udfb5";

    private final JsonControlCodec codec = new JsonControlCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An\u0000n",
                "An\nn",
                "An\rn",
                "An\tn",
                "An\u001bn",
                "An\u009bn",
                "An\u007fn",
                "An\u2028n",
                "An\u202en",
                "An\u2066n",
                "An\ud800n"
            })
    void aNameHasNoMarksThatMoveTheTextAroundIt(String name) {
        State state = (State) decode(state(name, name));

        assertThat(state.name()).isEqualTo("Ann");
        assertThat(state.tracks().getFirst().name()).isEqualTo("Ann");
    }

    @Test
    void aChatKeepsItsLinesAndLosesItsControls() {
        JsonObject json = new JsonObject();
        json.addProperty("type", "chat");
        json.addProperty("text", "one\r\ntwo\u001b[2J\tthree\u009b\u0000\u202e");

        assertThat(decode(json.toString())).isEqualTo(new Chat("one\ntwo[2J\tthree"));
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        State state = (State) decode(state("a" + NOTE.repeat(100), "b".repeat(100)));

        assertThat(state.name()).isEqualTo("a" + NOTE.repeat(63));
        assertThat(state.tracks().getFirst().name()).isEqualTo("b".repeat(64));
        assertThat(decode(codec.encode(new Chat("c".repeat(9_000)))))
                .isEqualTo(new Chat("c".repeat(4_000)));
    }

    @Test
    void noTextHoweverBrokenDoesHarm() {
        Random random = new Random(5);
        String good =
                codec.encode(
                        new State(
                                "Ann",
                                List.of(
                                        new TrackInfo(
                                                new TrackId("source-1"),
                                                "Mix",
                                                Profile.MUSIC,
                                                true))));
        String chat = codec.encode(new Chat("hello"));
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? good : chat);
            for (int k = random.nextInt(4); k >= 0; k--) {
                damage(text, random);
            }
            codec.decode(text.toString()).ifPresent(StrangersTextTest::mustBeBounded);
        }
    }

    private static void damage(StringBuilder text, Random random) {
        if (text.isEmpty()) {
            return;
        }
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, "{}[]\":,\\u0 -1eE.".charAt(random.nextInt(16)));
            case 2 -> text.setCharAt(at, (char) random.nextInt(0x1_0000));
            case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            default -> throw new AssertionError();
        }
    }

    static void mustBeBounded(ControlMessage message) {
        switch (message) {
            case Chat(String text, int number) -> {
                assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(8_000);
                assertThat(number).isNotNegative();
            }
            case State(String name, var tracks) -> {
                assertThat(name).hasSizeLessThanOrEqualTo(128).doesNotContain("\n");
                assertThat(tracks).hasSizeLessThanOrEqualTo(64);
            }
            case ControlMessage.NewSecret(_, var removed, _) ->
                    assertThat(removed)
                            .hasSizeLessThanOrEqualTo(ControlMessage.NewSecret.MAX_REMOVED);
            case ControlMessage.Removed _ -> {}
        }
    }

    private ControlMessage decode(String text) {
        Optional<ControlMessage> message = codec.decode(text);
        return message.orElseThrow(() -> new AssertionError("not read: " + text));
    }

    private static String state(String name, String trackName) {
        JsonObject track = new JsonObject();
        track.addProperty("id", "source-1");
        track.addProperty("name", trackName);
        JsonArray tracks = new JsonArray();
        tracks.add(track);
        JsonObject json = new JsonObject();
        json.addProperty("type", "state");
        json.addProperty("name", name);
        json.add("tracks", tracks);
        return json.toString();
    }
}
