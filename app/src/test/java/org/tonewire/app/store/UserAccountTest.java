package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where files go, by what the environment and the Java runtime say of the account.
final class UserAccountTest {
    @ParameterizedTest
    @CsvSource({
        "Linux,      /srv/ada, /home/ada, /srv/ada",
        "Mac OS X,   /srv/ada, /home/ada, /srv/ada",
        "Windows 11, /c/ada,   /home/ada, /home/ada",
        "Linux,      '',       /home/ada, /home/ada",
        "Linux,      ada,      /home/ada, /home/ada",
        "Linux,      /srv/ada, ?,         /srv/ada",
        "Linux,      '',       ?,         /nonexistent",
        "Linux,      '',       '',        /nonexistent",
    })
    void theHomeFolderIsAbsolute(String system, String variable, String runtime, String home) {
        assertThat(UserAccount.of(system, Map.of("HOME", variable), runtime, "ada").home())
                .isEqualTo(Path.of(home));
    }

    @ParameterizedTest
    @CsvSource({"ada, bob, ada", "?, bob, bob", "'', bob, bob"})
    void anAccountThatTheSystemDoesNotKnowHasTheNameOfTheEnvironment(
            String runtime, String variable, String name) {
        assertThat(UserAccount.of("Linux", Map.of("LOGNAME", variable), "/", runtime).name())
                .isEqualTo(name);
    }

    @Test
    void anAccountThatNobodyKnowsHasNoName() {
        assertThat(UserAccount.of("Linux", Map.of(), "?", "?").name()).isEmpty();
    }
}
