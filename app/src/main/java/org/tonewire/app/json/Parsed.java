package org.tonewire.app.json;

import java.util.List;

/// What a file says, and the paths of its fields that could not be used.
record Parsed<T>(T value, List<String> wrongFields) {
    Parsed {
        wrongFields = List.copyOf(wrongFields);
    }
}
