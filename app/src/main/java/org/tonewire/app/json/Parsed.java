package org.tonewire.app.json;

import java.util.List;

/// What a file says, and the paths of its fields that could not be used.
public record Parsed<T>(T value, List<String> wrongFields) {
    public Parsed {
        wrongFields = List.copyOf(wrongFields);
    }
}
