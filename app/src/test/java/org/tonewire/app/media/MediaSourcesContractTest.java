package org.tonewire.app.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.media.decode.StreamTimeouts;

/// A file that is played over and over. [SourceContractTest] has what only sources with a clock of
/// their own promise.
class MediaSourcesContractTest extends SourceOpenerContract {
    private final MediaSources sources = new HandedTime().sources(StreamTimeouts.USUAL);

    @TempDir Path folder;

    @Override
    protected SourceOpening open() {
        try {
            Path file = SampleFiles.wav(folder, 44_100, 1, 3);
            return sources.open(new SourceOrigin.AudioFile(file, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected SourceOpening openImpossible() {
        return sources.open(new SourceOrigin.AudioFile(folder.resolve("absent.wav"), false));
    }

    @Override
    protected void deliver(SourceStream stream, Received received, int frames) {
        awaitFrames(received, frames);
    }
}
