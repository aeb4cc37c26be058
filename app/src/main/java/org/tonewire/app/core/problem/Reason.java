package org.tonewire.app.core.problem;

import java.util.Locale;

/// Why something outside this program did not work. Adapters translate the world's failures to one
/// of these once; the interface owns the sentences.
public enum Reason {
    NO_SOUND_SERVER,
    SOUND_SERVER_GONE,
    SOUND_SERVER_STUCK,
    NO_INPUT_DEVICE,
    NO_OUTPUT_DEVICE,
    NO_SUCH_DEVICE,
    SEVERAL_DEVICES,
    DEFAULT_IS_MONITOR,
    DEVICE_BUSY,
    DEVICE_GONE,
    DEVICE_STALLED,
    SOURCE_SILENT,
    SYSTEM_AUDIO_UNSUPPORTED,
    FILE_NOT_FOUND,
    FILE_UNREADABLE,
    FILE_VANISHED,
    NOT_AUDIO,
    STREAM_UNREACHABLE,
    STREAM_LOST,
    PIPE_CLOSED,
    PORT_IN_USE,
    PORT_FORBIDDEN,
    ADDRESS_UNAVAILABLE,
    CERTIFICATE_UNUSABLE,
    HOST_UNREACHABLE,
    CERTIFICATE_MISMATCH,
    INVITE_MALFORMED,
    NO_SUCH_ROOM,
    WRONG_KEY,
    ROOM_FULL,
    SERVER_FULL,
    NAME_REFUSED,
    VERSION_MISMATCH,
    IDENTITY_REFUSED,
    IDENTITY_UNPROVEN,
    PARTICIPANT_UNREACHABLE,
    TOO_MANY,
    DESCRIPTION_CHANGED,
    SEAL_MISMATCH,
    SEAL_MISSING,
    MESSAGE_REPEATED,
    REPLACED,
    INVITE_RENEWED,
    REMOVED,
    SERVER_CLOSED,
    CONNECTION_LOST,
    LINK_FAILED,
    ICE_SERVER_UNUSABLE,
    RELAY_MISSING,
    PORTS_UNUSABLE,
    STORAGE_FAILED,
    STORAGE_FULL,
    STORAGE_SLOW,
    SET_ASIDE,
    NOT_SETTINGS,
    CHAT_TOO_LONG,
    CHAT_NOT_DELIVERED,
    INTERNAL;

    /// The name used in `error` events and message keys: lower case, words joined by `-`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
