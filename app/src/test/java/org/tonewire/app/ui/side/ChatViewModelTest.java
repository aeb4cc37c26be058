package org.tonewire.app.ui.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.DistinctNames;
import org.tonewire.app.json.JsonControlCodec;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;

class ChatViewModelTest {
    private static final String NOTE = "\ud83c\udfb5";

    private final FakeWorld world = FakeWorld.finding(Rooms.withOthers(1));
    private final ChatViewModel model =
            new ChatViewModel(world.session()::submit, new DistinctNames());

    @BeforeEach
    void openControl() {
        world.room().sendLink().controlOpens();
    }

    @Test
    void charactersCountAndNotTheirHalves() {
        String longest = NOTE.repeat(ControlMessage.Chat.MAX_CODE_POINTS);
        assertThat(model.send(longest)).isTrue();
        assertThat(said()).containsExactly(longest);
    }

    @Test
    void aTextThatIsTooLongIsNotSentAndSoStaysInTheField() {
        String over = "a".repeat(ControlMessage.Chat.MAX_CODE_POINTS + 1);
        assertThat(ChatViewModel.isTooLong(over)).isTrue();
        assertThat(model.send(over)).isFalse();
        assertThat(said()).isEmpty();
        assertThat(world.room().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ja"})
    void theWordsNameTheLimit(String language) {
        Wording wording = Wording.of(Locale.forLanguageTag(language));
        assertThat(wording.problem(new Problem(Reason.CHAT_TOO_LONG, "4321")))
                .contains("4321", String.valueOf(ControlMessage.Chat.MAX_CODE_POINTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ja"})
    void theWordsNameWhoMissedAText(String language) {
        Wording wording = Wording.of(Locale.forLanguageTag(language));
        assertThat(wording.problem(new Problem(Reason.CHAT_NOT_DELIVERED, "Ann"))).contains("Ann");
    }

    /// What the other participant was told.
    private List<String> said() {
        return world.room().sendLink().texts().stream()
                .flatMap(text -> new JsonControlCodec().decode(text).stream())
                .filter(ControlMessage.Chat.class::isInstance)
                .map(message -> ((ControlMessage.Chat) message).text())
                .toList();
    }
}
