package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.shell.NewVersion;

class NewsModelTest {
    private static final NewVersion NEWER = new NewVersion("9.0", "1.0", Optional.empty());

    private final UiThreads threads = new UiThreads(Runnable::run, Runnable::run);

    @Test
    void aNewerVersionIsSaidUntilItIsPutAway() {
        Optional<String> address = Optional.of("https://example.org/v");
        NewsModel model = new NewsModel(_ -> Optional.of(NEWER), address, threads);
        assertThat(model.newer().get()).contains(NEWER);
        model.dismiss();
        assertThat(model.newer().get()).isEmpty();
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        NewsModel model =
                new NewsModel(
                        _ -> {
                            throw new AssertionError("asked");
                        },
                        Optional.empty(),
                        threads);
        assertThat(model.newer().get()).isEmpty();
    }
}
