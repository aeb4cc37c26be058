package org.tonewire.signaling.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ServerMessage;

/// The `joined` message, whose resumption is flat in the JSON.
final class JoinedFields {
    private static final int MAX_PARTICIPANTS = 1024;
    private static final int MAX_SECONDS = 3600;

    private JoinedFields() {}

    static ServerMessage read(Fields fields) throws FieldException {
        List<ParticipantInfo> participants = new ArrayList<>();
        for (Fields participant : fields.list("participants", MAX_PARTICIPANTS)) {
            participants.add(SharedFields.participant(participant));
        }
        return new ServerMessage.Joined(
                SharedFields.room(fields),
                SharedFields.participant(fields.nested("self")),
                new ServerMessage.Resumption(
                        fields.integer("resumeSeconds", 0, MAX_SECONDS), fields.truth("resumed")),
                participants,
                IceServerFields.read(fields));
    }

    static void write(ServerMessage.Joined joined, JsonObject object) {
        object.addProperty("room", joined.room().value());
        object.add("self", SharedFields.participant(joined.self()));
        object.addProperty("resumeSeconds", joined.resumption().seconds());
        object.addProperty("resumed", joined.resumption().resumed());
        JsonArray participants = new JsonArray();
        joined.participants().forEach(p -> participants.add(SharedFields.participant(p)));
        object.add("participants", participants);
        if (!joined.iceServers().isEmpty()) {
            object.add(IceServerFields.NAME, IceServerFields.json(joined.iceServers()));
        }
    }
}
