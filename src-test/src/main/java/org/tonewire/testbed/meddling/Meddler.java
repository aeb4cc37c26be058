package org.tonewire.testbed.meddling;

import com.google.gson.JsonObject;
import java.util.List;

/// What becomes of a message between two members. Called on the server's thread.
public interface Meddler {
    /// @return what its receiver gets in its place, in this order; nothing, if it is empty
    List<JsonObject> meddle(Relayed message);
}
