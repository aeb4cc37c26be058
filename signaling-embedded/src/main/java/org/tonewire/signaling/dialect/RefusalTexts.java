package org.tonewire.signaling.dialect;

import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;

/// The English sentence and the close code of each refusal.
final class RefusalTexts {
    private RefusalTexts() {}

    static String of(RefusalReason reason) {
        return switch (reason) {
            case VERSION_MISMATCH ->
                    "this server speaks version " + ProtocolVersion.CURRENT + " of the protocol";
            case NO_SUCH_ROOM -> "there is no such room here";
            case WRONG_KEY -> "the key does not fit this room";
            case ROOM_FULL -> "the room is full";
            case TOO_MANY_ROOMS -> "this server takes no more rooms";
            case ROOM_TAKEN -> "somebody else has a room of this name here";
            case ROOM_ENDED -> "its owner ended the room";
            case TOKEN_REFUSED -> "the token of this server is missing or wrong";
            case ROOM_NAME_INVALID ->
                    "a room name is 1 to 64 letters, digits, spaces or . _ -"
                            + " with a letter or digit among them";
            case NAME_INVALID -> "a name is 1 to 64 printable characters";
            case IDENTITY_INVALID -> "the signature is not by this identity";
            case SERVER_CLOSING -> "the server is closing";
            case TOO_SLOW -> "the connection does not take what is sent";
        };
    }

    static CloseCode closeCode(RefusalReason reason) {
        return switch (reason) {
            case SERVER_CLOSING -> CloseCode.GOING_AWAY;
            case TOO_SLOW -> CloseCode.TRY_AGAIN_LATER;
            case VERSION_MISMATCH,
                    NO_SUCH_ROOM,
                    WRONG_KEY,
                    ROOM_FULL,
                    TOO_MANY_ROOMS,
                    ROOM_TAKEN,
                    ROOM_ENDED,
                    TOKEN_REFUSED,
                    ROOM_NAME_INVALID,
                    NAME_INVALID,
                    IDENTITY_INVALID ->
                    CloseCode.POLICY;
        };
    }
}
