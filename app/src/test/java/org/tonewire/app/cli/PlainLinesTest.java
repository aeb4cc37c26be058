package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.VerifyCode;
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

    @Test
    void twoParticipantsOfOneNameAreToldApart() {
        joins("p1");
        joins("p2");
        says("p2");
        says("p1");
        lines.happened(new SessionEvent.ParticipantLeft(Identities.key("p1"), "Ann", false));
        joins("p3");
        says("p2");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Ann joined.",
                        "Ann (2) joined.",
                        "Ann (2): Hello",
                        "Ann: Hello",
                        "Ann left.",
                        "Ann joined.",
                        "Ann (2): Hello");
    }

    private void joins(String participant) {
        lines.happened(
                new SessionEvent.ParticipantJoined(
                        Identities.key(participant),
                        "Ann",
                        new VerifyCode(List.of("acorn", "actor"))));
    }

    private void says(String participant) {
        lines.happened(
                new SessionEvent.ChatReceived(
                        Optional.of(Identities.key(participant)), "Ann", "Hello"));
    }
}
