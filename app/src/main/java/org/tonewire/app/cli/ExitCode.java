package org.tonewire.app.cli;

import org.tonewire.app.core.problem.Reason;

/// What the process says as it ends.
public enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    CANNOT_CONNECT(3),
    REFUSED(4),
    NO_SUCH_DEVICE(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// How a session or a server ends that this ended.
    static ExitCode of(Reason reason) {
        return switch (reason) {
            case HOST_UNREACHABLE,
                    CONNECTION_LOST,
                    PORT_IN_USE,
                    PORT_FORBIDDEN,
                    ADDRESS_UNAVAILABLE,
                    LINK_FAILED,
                    STREAM_UNREACHABLE,
                    STREAM_LOST ->
                    CANNOT_CONNECT;
            case CERTIFICATE_MISMATCH,
                    NO_SUCH_ROOM,
                    WRONG_KEY,
                    ROOM_FULL,
                    SERVER_FULL,
                    NAME_REFUSED,
                    VERSION_MISMATCH,
                    SEAL_MISMATCH,
                    REPLACED ->
                    REFUSED;
            case NO_SOUND_SERVER, SOUND_SERVER_GONE -> NO_SUCH_DEVICE;
            case NO_INPUT_DEVICE,
                    NO_OUTPUT_DEVICE,
                    NO_SUCH_DEVICE,
                    DEVICE_BUSY,
                    DEVICE_GONE,
                    SYSTEM_AUDIO_UNSUPPORTED ->
                    NO_SUCH_DEVICE;
            case INVITE_MALFORMED,
                    FILE_NOT_FOUND,
                    FILE_UNREADABLE,
                    NOT_AUDIO,
                    NOT_SETTINGS,
                    CERTIFICATE_UNUSABLE ->
                    USAGE;
            case SERVER_CLOSED -> DONE;
            case FILE_VANISHED, PIPE_CLOSED, STORAGE_FAILED, SET_ASIDE, INTERNAL -> FAILED;
        };
    }
}
