package org.tonewire.testbed.room;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;

/// A headless Tonewire that takes part in a room and is told what to do on its standard input.
///
/// @param name as the others know it
public record Participant(String name, TonewireProcess process) implements AutoCloseable {
    /// What a wait may take on a machine that is busy with others; nothing is said by how long it
    /// took.
    public static final Duration SOON = Duration.ofMinutes(2);

    /// Says a line of `--commands`.
    public void say(String command) {
        OutputStream input = process.input();
        try {
            input.write((command + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(process.report(), e);
        }
    }

    public Participant awaitJoined() {
        process.awaitEvent("in the room", event -> event.is("joined"), SOON);
        return this;
    }

    /// Waits until a source of its own sounds, and tells its id.
    public String awaitLive(String source) {
        return process.awaitEvent(
                        source + " live",
                        event ->
                                event.is("source-changed")
                                        && event.text("name").equals(source)
                                        && event.text("status").equals("live"),
                        SOON)
                .text("source");
    }

    /// Waits until it has a track of this name from another, and tells its key. A name may come
    /// after the track.
    public String awaitTrack(String track) {
        TonewireEvent event =
                process.awaitEvent(
                        "a track " + track,
                        told ->
                                (told.is("track-added") || told.is("track-changed"))
                                        && told.text("name").equals(track),
                        SOON);
        return event.text("participant") + "/" + event.text("track");
    }

    /// Waits until sound of that track has come in, which is some time after its announcement.
    public String awaitFlowing(String track) {
        String key = awaitTrack(track);
        process.awaitEvent(
                "sound of " + track,
                event ->
                        event.is("stats")
                                && event.text("direction").equals("received")
                                && (event.text("participant") + "/" + event.text("track"))
                                        .equals(key)
                                && event.number("bitrateBps") > 0,
                SOON);
        return key;
    }

    public TonewireEvent awaitError(String reason) {
        return process.awaitEvent(
                "an error " + reason,
                event -> event.is("error") && event.text("reason").equals(reason),
                SOON);
    }

    /// Ends it as Ctrl-C does, and tells the exit code.
    public int leave() {
        process.interrupt();
        return process.awaitExit(SOON);
    }

    @Override
    public void close() {
        process.close();
    }
}
