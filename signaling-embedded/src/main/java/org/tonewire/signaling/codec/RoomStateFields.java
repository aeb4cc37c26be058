package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomState;

/// The fields of a `room-info` message.
final class RoomStateFields {
    private static final String PARTICIPANTS = "participants";
    private static final String KEEP = "keepSeconds";
    private static final String CLOSES_IN = "closesInSeconds";
    private static final String AGE = "ageSeconds";

    private RoomStateFields() {}

    static RoomState read(Fields fields) throws FieldException {
        return new RoomState(
                SharedFields.room(fields),
                fields.integer(PARTICIPANTS, 0, Integer.MAX_VALUE),
                SharedFields.seconds(fields, KEEP).orElse(Duration.ZERO),
                SharedFields.seconds(fields, CLOSES_IN),
                SharedFields.seconds(fields, AGE));
    }

    static void write(RoomState state, JsonObject object) {
        object.addProperty("room", state.room().value());
        object.addProperty(PARTICIPANTS, state.participants());
        SharedFields.write(KEEP, Optional.of(state.keep()), object);
        SharedFields.write(CLOSES_IN, state.closesIn(), object);
        SharedFields.write(AGE, state.age(), object);
    }
}
