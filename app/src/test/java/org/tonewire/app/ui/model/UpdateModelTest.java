package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.shell.NewVersion;

class UpdateModelTest {
    private static final NewVersion NEWER = new NewVersion("9.0", "1.0", Optional.empty());

    private final UiThreads threads = new UiThreads(Runnable::run, Runnable::run);

    @Test
    void aNewerVersionIsSaidUntilItIsPutAway() {
        Optional<String> address = Optional.of("https://example.org/v");
        UpdateModel model = new UpdateModel(_ -> Optional.of(NEWER), address, threads);
        assertThat(model.newer().get()).contains(NEWER);
        model.dismiss();
        assertThat(model.newer().get()).isEmpty();
    }

    @Test
    void withoutAnAddressNobodyIsAsked() {
        UpdateModel model =
                new UpdateModel(
                        _ -> {
                            throw new AssertionError("asked");
                        },
                        Optional.empty(),
                        threads);
        assertThat(model.newer().get()).isEmpty();
    }
}
