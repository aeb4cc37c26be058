package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;

/// The recorders of the program, in a folder of their own.
class WavRecorderContractTest extends RecorderOpenerContract {
    @TempDir Path folder;

    @Override
    Path folder() {
        return folder;
    }

    @Override
    RecorderOpener opener() {
        return WavRecorder::open;
    }

    @Override
    RecorderOpener openerWithoutRoomFor(String participant) {
        return (into, onLoss) ->
                new RecorderOpening.Opened(
                        WavRecorder.started(
                                new WavTrack.Target(
                                        into,
                                        new SmallDisk(participant, 0),
                                        WavTrack.MAX_DATA_BYTES),
                                onLoss));
    }

    @Override
    Impossible impossible() {
        Path file = folder.resolve("file");
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Impossible(WavRecorder::open, file.resolve("under"));
    }

    @Override
    List<Long> kept(String participant) throws IOException, UnsupportedAudioFileException {
        List<Long> lengths = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().contains(participant)).toList()) {
                try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
                    lengths.add(in.getFrameLength());
                }
            }
        }
        return lengths;
    }
}
