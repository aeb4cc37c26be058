package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;

/// A recording is not at the mercy of what others are called, and a run that lost a part of it says
/// so. Nothing is played: no sound server is needed.
@Timeout(180)
class StrangersNamesTest {
    private static final String LONG = "合奏参加者田中太郎".repeat(7).substring(0, 60);
    private static final String HALVED = "a".repeat(59) + "\ud842\udfb7";

    /// A second of sound.
    private static final long SOME_BYTES = 48_000 * 6;

    /// On a machine that may be busy.
    private static final Duration STARTS = Duration.ofSeconds(60);

    private static final Map<String, String> SILENT =
            Map.of("PULSE_SERVER", "unix:/nonexistent/native", "XDG_RUNTIME_DIR", "/nonexistent");

    @TempDir Path home;

    @Test
    void everybodyIsRecordedWhateverTheyAreCalled() throws Exception {
        Path kept = home.resolve("takes");
        try (TonewireProcess host = host("--record", kept.toString());
                TonewireProcess first = join(host, LONG, "tone:880,name=" + LONG);
                TonewireProcess second = join(host, HALVED, "tone:660,name=../" + HALVED);
                TonewireProcess third = join(host, "Carla", "tone:440,name=Flute")) {
            awaitFiles(host, kept, 3);
            for (TonewireProcess guest : List.of(first, second, third)) {
                guest.interrupt();
                assertThat(guest.awaitExit(STARTS)).isZero();
            }
            host.interrupt();
            assertThat(host.awaitExit(Participant.SOON)).isZero();
            assertThat(host.events()).noneMatch(event -> event.is("error"));
            assertThat(host.report()).doesNotContain("\tat ", "Exception");
        }
        assertThat(files(kept))
                .hasSize(3)
                .allSatisfy(file -> {
                    assertThat(file.getFileName().toString().getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(255);
                    assertThat(frames(file)).isPositive();
                });
    }

    @Test
    void aTrackThatIsLostIsLostAloneAndTheRunHasFailed() throws Exception {
        Path kept = home.resolve("takes");
        Path moved = home.resolve("moved");
        try (TonewireProcess host =
                host("--commands", "--record", kept.toString(), "--source", "tone:440,name=A")) {
            awaitFiles(host, kept, 1);
            Files.move(kept, moved);
            command(host, "add tone:660,name=B");
            TonewireEvent lost =
                    host.awaitEvent(
                            "the loss",
                            event ->
                                    event.is("recording-changed")
                                            && event.fields().get("lost").toString().contains("B"),
                            Participant.SOON);
            assertThat(lost.text("status")).isEqualTo("running");
            assertThat(lost.fields().getAsJsonArray("lost"))
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.toString())
                                    .contains(
                                            "\"part\":\"whole\"", "\"reason\":\"storage-failed\""));
            long before = Files.size(files(moved).getFirst());
            Await.until(
                    "A going on",
                    Participant.SOON,
                    () -> size(files(moved).getFirst()) > before + SOME_BYTES,
                    host::report);
            command(host, "leave");
            assertThat(host.awaitExit(Participant.SOON)).isEqualTo(1);
        }
        assertThat(frames(files(moved).getFirst())).isGreaterThan(48_000);
    }

    private TonewireProcess host(String... more) {
        return start(
                "Ann",
                Stream.concat(
                                Stream.of("host", "--port", "0", "--advertise", "127.0.0.1"),
                                Stream.of(more))
                        .toList());
    }

    /// One after the other: starts at the same time are slow on a busy machine.
    private TonewireProcess join(TonewireProcess host, String name, String source) {
        awaitJoined(host);
        String invite =
                host.awaitEvent("the invite", event -> event.is("listening"), Participant.SOON)
                        .text("localInvite");
        TonewireProcess guest =
                start(
                        "guest-" + source.substring(5, 8),
                        List.of("join", invite, "--name", name, "--source", source));
        awaitJoined(guest);
        return guest;
    }

    private static void awaitJoined(TonewireProcess process) {
        process.awaitEvent("in the room", event -> event.is("joined"), STARTS);
    }

    private TonewireProcess start(String who, List<String> arguments) {
        return TonewireProcess.start(
                home.resolve("home-" + who),
                SILENT,
                who,
                Stream.concat(
                                arguments.stream(),
                                Stream.of("--output", "none", "--headless", "--json"))
                        .toArray(String[]::new));
    }

    private static void command(TonewireProcess process, String line) throws IOException {
        process.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.input().flush();
    }

    private static void awaitFiles(TonewireProcess process, Path folder, int count) {
        Await.until(
                count + " files with sound",
                STARTS,
                () ->
                        files(folder).stream().filter(file -> size(file) > SOME_BYTES).count()
                                == count,
                () -> files(folder) + " " + process.report());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long frames(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            return in.getFrameLength();
        }
    }
}
