package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.text.Wording;

class JsonLinesTest {
    @Test
    void aProblemSaysHowOftenItHappenedWhereThatIsMoreThanOnce() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines lines =
                new JsonLines(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Wording.of(Locale.ENGLISH));
        Problem problem = Problem.of(Reason.REPLACED);

        lines.happened(new SessionEvent.ProblemOccurred(problem, 12));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"times\":12}");
        out.reset();
        lines.happened(new SessionEvent.ProblemOccurred(problem));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("times");
    }

    @Test
    void whoIsInTheRoomHasTheirWordsToReadOut() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines lines =
                new JsonLines(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Wording.of(Locale.ENGLISH));

        VerifyCode own = new VerifyCode(List.of("acid", "zebra"));
        lines.happened(new SessionEvent.ConnectionChanged(new ConnectionStatus.InRoom(own)));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("{\"event\":\"joined\",\"code\":\"acid zebra\"}");
        out.reset();
        lines.happened(
                new SessionEvent.ParticipantJoined(
                        Identities.key("p1"), "Bob", new VerifyCode(List.of("acorn", "actor"))));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        """
                        {"event":"participant-joined","participant":"%s","name":"Bob",\
                        "code":"acorn actor"}
                        """
                                .formatted(Identities.key("p1")));
    }

    @Test
    void anOutputThatIsBackIsAnEvent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLines lines =
                new JsonLines(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Wording.of(Locale.ENGLISH));
        Problem problem = Problem.of(Reason.SOUND_SERVER_GONE);

        lines.happened(new SessionEvent.OutputChanged("", Optional.of(problem)));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "{\"event\":\"output-changed\",\"device\":\"\","
                                + "\"reason\":\"sound-server-gone\",\"message\":\"The sound");
        out.reset();
        lines.happened(new SessionEvent.OutputChanged("Speakers", Optional.empty()));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "{\"event\":\"output-changed\",\"device\":\"Speakers\"}");
    }

    @Test
    void soundStatsAreOneEventAndRefusedMessagesAnother() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SoundStats sound =
                new SoundStats(
                        List.of(
                                new SoundStats.SourceStats(
                                        new SourceId("s1"),
                                        new SourceHealth(96_000, 2, -3.5),
                                        ChannelChoice.RIGHT)),
                        List.of(
                                new SoundStats.QueueStats(
                                        new TrackKey(Identities.key("p1"), new TrackId("t1")),
                                        21,
                                        1,
                                        4,
                                        12.5)),
                        false,
                        3);
        new JsonLines(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Wording.of(Locale.ENGLISH))
                .happened(
                        new SessionEvent.StatsCollected(
                                List.of(), sound, new MessageStats(1, 2, 3, 4)));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        """
                        {"event":"sound-stats",\
                        "sources":[{"source":"s1","frames":96000,"gaps":2,"clockErrorPpm":-3.5,\
                        "channels":"right"}],\
                        "tracks":[{"participant":"%s","track":"t1","queueMillis":21.0,\
                        "underruns":1,"lostFrames":4,"driftPpm":12.5}],\
                        "exactClock":false,"callbackFailures":3}
                        {"event":"message-stats",\
                        "wrongSeal":1,"withoutSeal":2,"repeated":3,"tooMuch":4}
                        """
                                .formatted(Identities.key("p1")));
    }
}
