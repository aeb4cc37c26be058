package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Makes the files that sound is written to.
@FunctionalInterface
interface WavFiles {
    /// A new file to write to.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when there is one of that name
    FileChannel create(Path path) throws IOException;
}
