package org.tonewire.app.ui.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.text.Wording;

class ChatViewModelTest {
    private static final String NOTE = "\ud83c\udfb5";

    private final List<SessionCommand> asked = new ArrayList<>();
    private final ChatViewModel model = new ChatViewModel(asked::add);

    @Test
    void charactersCountAndNotTheirHalves() {
        String longest = NOTE.repeat(ControlMessage.Chat.MAX_CODE_POINTS);
        assertThat(model.send(longest)).isTrue();
        assertThat(asked).containsExactly(new SessionCommand.SendChat(longest));
    }

    @Test
    void aTextThatIsTooLongIsNotSentAndSoStaysInTheField() {
        String over = "a".repeat(ControlMessage.Chat.MAX_CODE_POINTS + 1);
        assertThat(ChatViewModel.isTooLong(over)).isTrue();
        assertThat(model.send(over)).isFalse();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ja"})
    void theWordsNameTheLimit(String language) {
        Wording wording = Wording.of(Locale.forLanguageTag(language));
        assertThat(wording.problem(new Problem(Reason.CHAT_TOO_LONG, "4321")))
                .contains("4321", String.valueOf(ControlMessage.Chat.MAX_CODE_POINTS));
    }
}
