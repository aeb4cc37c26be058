package org.tonewire.app.cli;

import org.tonewire.app.core.problem.Reason;

/// Exit codes of the process.
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

    /// The exit code of a session or server that ended for this reason.
    static ExitCode of(Reason reason) {
        return switch (reason) {
            case HOST_UNREACHABLE, CONNECTION_LOST, LINK_FAILED -> CANNOT_CONNECT;
            case SERVER_UNREACHABLE, NOT_A_SERVER, ROOM_OPEN_ALREADY -> CANNOT_CONNECT;
            case PORT_IN_USE, ROOM_PORT_IN_USE, PORT_FORBIDDEN -> CANNOT_CONNECT;
            case ADDRESS_UNAVAILABLE, NO_NETWORK_ADDRESS -> CANNOT_CONNECT;
            case STREAM_UNREACHABLE, STREAM_LOST -> CANNOT_CONNECT;
            case STREAM_NOT_FOUND, STREAM_REFUSED -> CANNOT_CONNECT;
            case CERTIFICATE_MISMATCH,
                    NO_SUCH_ROOM,
                    WRONG_KEY,
                    ROOM_FULL,
                    SERVER_FULL,
                    NAME_REFUSED,
                    VERSION_MISMATCH,
                    IDENTITY_REFUSED,
                    REPLACED,
                    INVITE_RENEWED,
                    REMOVED ->
                    REFUSED;
            case SERVER_CERTIFICATE_CHANGED, SERVER_CERTIFICATE_UNKNOWN -> REFUSED;
            case SERVER_TOO_OLD, ROOM_TAKEN, SERVER_TOKEN_MISSING, SERVER_TOKEN_WRONG -> REFUSED;
            case IDENTITY_UNPROVEN, PARTICIPANT_UNREACHABLE, TOO_MANY -> REFUSED;
            case DESCRIPTION_CHANGED, SEAL_MISMATCH, SEAL_MISSING, MESSAGE_REPEATED -> REFUSED;
            case NO_SOUND_SERVER, SOUND_SERVER_GONE, SOUND_SERVER_STUCK -> NO_SUCH_DEVICE;
            case NO_INPUT_DEVICE, NO_OUTPUT_DEVICE -> NO_SUCH_DEVICE;
            case SEVERAL_DEVICES, DEFAULT_IS_MONITOR -> NO_SUCH_DEVICE;
            case NO_SUCH_DEVICE, DEVICE_BUSY, DEVICE_GONE, DEVICE_STALLED -> NO_SUCH_DEVICE;
            case SOURCE_SILENT, SYSTEM_AUDIO_UNSUPPORTED -> NO_SUCH_DEVICE;
            case INVITE_KEY_MISSING, INVITE_PIN_MISSING -> USAGE;
            case INVITE_MALFORMED, NOT_SETTINGS, CERTIFICATE_UNUSABLE -> USAGE;
            case ICE_SERVER_UNUSABLE, RELAY_MISSING, PORTS_UNUSABLE -> USAGE;
            case FILE_NOT_FOUND, FILE_UNREADABLE, FILE_IS_FOLDER -> USAGE;
            case NOT_AUDIO, PIPE_NOT_AUDIO, STREAM_NOT_AUDIO, PLAYLIST_EMPTY -> USAGE;
            case SERVER_CLOSED -> DONE;
            case FILE_VANISHED, PIPE_CLOSED, SET_ASIDE, NAMED_SERVER_UNUSABLE -> FAILED;
            case STORAGE_FAILED, STORAGE_FULL, STORAGE_SLOW, CERTIFICATE_NOT_KEPT -> FAILED;
            case CHAT_TOO_LONG, CHAT_NOT_DELIVERED, INVITE_NOT_RENEWED, INTERNAL -> FAILED;
        };
    }
}
