package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.VirtualSession;

/// A sound server that stands still, as one that was stopped by a signal does, and one device that
/// does.
final class SoundWatchTest {
    private static final Problem STUCK = Problem.of(Reason.SOUND_SERVER_STUCK);
    private static final Problem SILENT = new Problem(Reason.DEVICE_STALLED, "Desk");

    private final VirtualSession room = VirtualSession.with();

    @BeforeEach
    void open() {
        room.submit(new SessionCommand.SetOutput(new OutputChoice.SystemDefault()));
        room.sources.call("Desk");
    }

    @Test
    void anOutputThatTakesNothingForFiveSecondsIsReportedOnce() {
        flow(3);
        assertThat(room.problems()).isEmpty();

        room.pass(Duration.ofSeconds(4));
        assertThat(room.problems()).isEmpty();
        room.pass(Duration.ofSeconds(1));
        assertThat(room.problems()).containsExactly(STUCK);
        room.pass(Duration.ofSeconds(60));

        assertThat(room.problems()).containsExactly(STUCK);
        assertThat(room.session.snapshot().output().problem()).contains(STUCK);
    }

    @Test
    void theReportIsTakenBackWhenSoundFlowsAgain() {
        flow(3);
        room.pass(Duration.ofSeconds(60));
        flow(3);

        assertThat(room.session.snapshot().output().problem()).isEmpty();
        assertThat(room.problems()).hasSize(1);
    }

    @Test
    void aMicrophoneThatGivesNothingWaitsUntilItDoes() {
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        FakeSources.Stream mic = room.sources.streams.getLast();
        mic.play(10);
        flow(10);
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SILENT));
        assertThat(room.problems()).isEmpty();

        mic.play(10);
        room.pass(Duration.ofSeconds(1));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(mic.isClosed()).isFalse();
    }

    @Test
    void theServerIsBlamedWhereTheOutputTakesNothingEither() {
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        room.sources.streams.getLast().play(10);
        flow(3);
        room.sources.streams.getLast().play(10);
        room.pass(Duration.ofSeconds(10));

        assertThat(status()).isEqualTo(new SourceStatus.Waiting(STUCK));
        assertThat(room.problems()).containsExactly(STUCK);
    }

    /// The device's buffer lasts longer than the microphone's.
    @Test
    void theServerIsBlamedWhereTheOutputStandsStillAfterTheMicrophone() {
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        FakeSources.Stream mic = room.sources.streams.getLast();
        mic.play(10);
        flow(8);
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SILENT));

        room.pass(Duration.ofSeconds(8));
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(STUCK));

        flow(3);
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(STUCK));
        flow(5);
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SILENT));
        mic.play(10);
        flow(1);
        assertThat(status()).isEqualTo(new SourceStatus.Live());
    }

    @Test
    void whereThereIsNoServerEachDeviceIsNamed() {
        Problem speakers = new Problem(Reason.DEVICE_STALLED, "Speakers");
        room.output.stalls(speakers);
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        room.sources.streams.getLast().play(10);
        flow(3);
        room.sources.streams.getLast().play(10);
        room.pass(Duration.ofSeconds(10));

        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SILENT));
        assertThat(room.session.snapshot().output().problem()).contains(speakers);
    }

    @Test
    void anErrorInOneLookDoesNotEndTheWatch() {
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        FakeSources.Stream mic = room.sources.streams.getLast();
        mic.play(10);
        mic.miscount(true);
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> room.pass(Duration.ofSeconds(1))).hasMessage("miscounted");
        }
        mic.miscount(false);
        int before = room.events(SessionEvent.StatsCollected.class).size();
        flow(10);

        assertThat(status()).isEqualTo(new SourceStatus.Waiting(SILENT));
        assertThat(room.events(SessionEvent.StatsCollected.class)).hasSizeGreaterThan(before + 5);
    }

    @Test
    void aServerThatEndsWhileItIsStuckIsWaitedFor() {
        Problem gone = Problem.of(Reason.SOUND_SERVER_GONE);
        room.add("mic", new SourceOrigin.Microphone(Optional.empty()));
        FakeSources.Stream mic = room.sources.streams.getLast();
        mic.play(10);
        room.pass(Duration.ofSeconds(10));
        room.sources.fail(gone);
        mic.breakWith(gone);
        room.pass(Duration.ofSeconds(10));
        assertThat(status()).isEqualTo(new SourceStatus.Waiting(gone));
        room.sources.work();
        room.pass(Duration.ofSeconds(3));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
        assertThat(room.sources.streams).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource
    void aLiveSourceThatGivesOnlySilenceIsToldUntilSoundComes(
            SourceOrigin origin, boolean muted, boolean told) {
        SourceStatus live = new SourceStatus.Live();
        SourceStatus silent = new SourceStatus.Waiting(new Problem(Reason.SOURCE_SILENT, "Desk"));
        room.add("mic", origin);
        room.submit(new SessionCommand.SetSourceMuted(new SourceId("mic"), muted));
        play(5, 0f);
        assertThat(status()).isEqualTo(live);
        play(1, 0f);
        assertThat(status()).isEqualTo(told ? silent : live);
        play(60, 0f);
        long waits =
                room.events(SessionEvent.SourceChanged.class).stream()
                        .filter(event -> event.status().equals(silent))
                        .count();
        assertThat(waits).isEqualTo(told ? 1 : 0);

        play(1, 0.001f);
        assertThat(status()).isEqualTo(live);
        // A noise gate is shut whenever nobody speaks.
        play(60, 0f);
        assertThat(status()).isEqualTo(live);
    }

    static List<Arguments> aLiveSourceThatGivesOnlySilenceIsToldUntilSoundComes() {
        SourceOrigin microphone = new SourceOrigin.Microphone(Optional.empty());
        SourceOrigin stream = new SourceOrigin.Address(URI.create("https://radio.example.org/"));
        return List.of(
                arguments(microphone, false, true),
                arguments(stream, false, true),
                arguments(microphone, true, false),
                arguments(new SourceOrigin.SystemAudio(Optional.empty()), false, false),
                arguments(new SourceOrigin.Tone(440), false, false));
    }

    private void play(int seconds, float value) {
        for (int i = 0; i < seconds; i++) {
            room.sources.streams.getLast().play(100, value);
            room.output.pull();
            room.pass(Duration.ofSeconds(1));
        }
    }

    /// A device that plays nothing may give nothing: system audio on some systems does.
    @Test
    void systemAudioMayBeQuiet() {
        room.add("system", new SourceOrigin.SystemAudio(Optional.empty()));
        room.sources.streams.getLast().play(10);
        room.pass(Duration.ofSeconds(60));

        assertThat(status()).isEqualTo(new SourceStatus.Live());
    }

    private void flow(int seconds) {
        for (int i = 0; i < seconds; i++) {
            room.output.pull();
            room.pass(Duration.ofSeconds(1));
        }
    }

    private SourceStatus status() {
        return room.session.snapshot().sources().getFirst().status();
    }
}
