package org.tonewire.app.shell.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"F8", "F24", "Pause", "Ctrl+Space", "Ctrl+Alt+Shift+Meta+M", "Alt+7"})
    void whatIsKeptComesBack(String text) {
        assertThat(TalkKey.parse(text).map(TalkKey::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "M", "Shift+M", "Space", "F25", "F0", "Ctrl", "Ctrl+", "Hyper+F8", "f8"})
    void aKeyThatOthersNeedAndWhatIsNoKeyAreNotTaken(String text) {
        assertThat(TalkKey.parse(text)).isEmpty();
    }
}
