package org.tonewire.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Standard input of this process. Where a process is started without one, the first file that it
/// opens takes its number: on Linux the Java runtime's own modules, which a source `pipe:` would
/// play as noise. Then there is nothing to read.
final class StandardInput {
    private static final Logger LOG = LoggerFactory.getLogger(StandardInput.class);
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/0");

    private StandardInput() {}

    static InputStream ofProcess() {
        return of(DESCRIPTOR, Path.of(System.getProperty("java.home")), System.in);
    }

    /// @param descriptor a link to the file that stands for standard input, where the system tells
    /// @param runtime the folder of the Java runtime
    static InputStream of(Path descriptor, Path runtime, InputStream input) {
        try {
            if (descriptor.toRealPath().startsWith(runtime.toRealPath())) {
                LOG.warn("Standard input is closed: nothing is read from it");
                return InputStream.nullInputStream();
            }
        } catch (IOException _) {
            LOG.trace("The system does not tell what standard input is, or it is no file");
        }
        return input;
    }
}
