package org.tonewire.app.core.session;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the parts of a session one after another, whatever becomes of each. Any thread.
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /// @param what the part's name, for the log
    /// @param part nothing is done where there is none
    static void quietly(String what, @Nullable AutoCloseable part) {
        if (part == null) {
            return;
        }
        try {
            part.close();
        } catch (Exception | LinkageError e) {
            log.error("closing the {} failed", what, e);
        }
    }
}
