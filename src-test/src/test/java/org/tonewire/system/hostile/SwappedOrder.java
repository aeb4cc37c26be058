package org.tonewire.system.hostile;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonewire.testbed.meddling.Meddler;
import org.tonewire.testbed.meddling.Relayed;

/// In each direction, every second message comes before the one ahead of it. Server's thread.
final class SwappedOrder implements Meddler {
    private final Map<String, JsonObject> held = new HashMap<>();

    @Override
    public List<JsonObject> meddle(Relayed relayed) {
        String way = relayed.from() + " to " + relayed.to();
        JsonObject ahead = held.remove(way);
        if (ahead == null) {
            held.put(way, relayed.message());
            return List.of();
        }
        return List.of(relayed.message(), ahead);
    }
}
