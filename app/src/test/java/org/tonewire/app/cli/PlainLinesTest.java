package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.text.Wording;

class PlainLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PlainLines lines =
            new PlainLines(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Wording.of(Locale.ENGLISH));

    @Test
    void anOutputThatIsBackIsNamedAndItsProblemIsPrintedOnce() {
        Problem gone = Problem.of(Reason.SOUND_SERVER_GONE);
        lines.happened(new SessionEvent.ProblemOccurred(gone));
        lines.happened(new SessionEvent.OutputChanged("", Optional.of(gone)));
        lines.happened(new SessionEvent.OutputChanged("Speakers", Optional.empty()));

        assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Playing through “Speakers”.");
    }
}
