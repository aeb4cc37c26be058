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
/// @param over the session has ended and does not reconnect
public record RoomStanding(String words, String tone, Optional<Problem> problem, boolean over) {
    static RoomStanding of(ConnectionStatus status, Wording wording) {
        return switch (status) {
            case ConnectionStatus.Connecting() -> going("room.connecting", "busy", wording);
            case ConnectionStatus.InRoom() -> going("room.connected", "good", wording);
            case ConnectionStatus.Reconnecting(Problem problem, Duration in) ->
                    new RoomStanding(again(in, wording), "busy", Optional.of(problem), false);
            case ConnectionStatus.Ended(Optional<Problem> problem) ->
                    new RoomStanding(wording.text("room.ended"), "bad", problem, true);
        };
    }

    private static RoomStanding going(String key, String tone, Wording wording) {
        return new RoomStanding(wording.text(key), tone, Optional.empty(), false);
    }

    private static String again(Duration in, Wording wording) {
        long seconds = Math.max(1, in.plusMillis(500).toSeconds());
        return wording.text("room.reconnecting", seconds);
    }
}
