package org.tonewire.app.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/// The text of a file that people may read and edit.
final class JsonText {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonText() {}

    static String of(JsonObject root) {
        return GSON.toJson(root) + "\n";
    }
}
