package org.tonewire.app.audio.pulse;

import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The sound server refused a request, or is not running. Never leaves this package.
final class PulseException extends Exception {
    static final int ACCESS = 1;
    static final int NO_ENTITY = 5;
    static final int CONNECTION_REFUSED = 6;
    static final int TIMEOUT = 8;
    static final int INTERNAL = 10;
    static final int BUSY = 26;

    private final int code;

    PulseException(String what, int code) {
        super(what + ": PulseAudio error " + code, null, false, false);
        this.code = code;
    }

    /// Whether the server did not answer in time, though it may be running.
    boolean isTimeout() {
        return code == TIMEOUT;
    }

    /// @param subject the device in question
    /// @param absent the reason for an entity that does not exist
    Problem problem(String subject, Reason absent) {
        return switch (code) {
            case NO_ENTITY -> new Problem(absent, subject);
            case BUSY, ACCESS -> new Problem(Reason.DEVICE_BUSY, subject);
            default -> new Problem(Reason.NO_SOUND_SERVER, "");
        };
    }

    /// The problem of a stream that was open before.
    Problem problemLater(String subject) {
        Problem problem = problem(subject, Reason.DEVICE_GONE);
        return problem.reason() == Reason.NO_SOUND_SERVER
                ? Problem.of(Reason.SOUND_SERVER_GONE)
                : problem;
    }
}
