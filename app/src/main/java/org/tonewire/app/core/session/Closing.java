package org.tonewire.app.core.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes one part of a session; a failure is logged and does not stop the closing of the others.
/// Any thread.
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /// @param what the part's name, for the log
    static void quietly(String what, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception | LinkageError e) {
            log.error("closing the {} failed", what, e);
        }
    }
}
