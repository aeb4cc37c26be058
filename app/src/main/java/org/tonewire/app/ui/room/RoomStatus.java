package org.tonewire.app.ui.room;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.text.Wording;

/// The connection state of the room, for the header.
///
/// @param tone a style class: good, busy or bad
/// @param problem the present problem, if any
/// @param ended the session has ended and does not reconnect
public record RoomStatus(String words, String tone, Optional<Problem> problem, boolean ended) {
    static RoomStatus of(ConnectionStatus status, Wording wording) {
        return switch (status) {
            case ConnectionStatus.Connecting() -> going("room.connecting", "busy", wording);
            case ConnectionStatus.InRoom _ -> going("room.connected", "good", wording);
            case ConnectionStatus.Reconnecting(Problem problem, Duration in) ->
                    new RoomStatus(again(in, wording), "busy", Optional.of(problem), false);
            case ConnectionStatus.Ended(Optional<Problem> problem) ->
                    new RoomStatus(wording.text("room.ended"), "bad", problem, true);
        };
    }

    private static RoomStatus going(String key, String tone, Wording wording) {
        return new RoomStatus(wording.text(key), tone, Optional.empty(), false);
    }

    private static String again(Duration in, Wording wording) {
        long seconds = Math.max(1, in.plusMillis(500).toSeconds());
        return wording.text("room.reconnecting", seconds);
    }
}
