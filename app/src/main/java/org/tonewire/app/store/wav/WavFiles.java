package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Creates files for recordings.
@FunctionalInterface
interface WavFiles {
    /// Creates a file for writing.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if the file exists
    FileChannel create(Path path) throws IOException;
}
