package org.tonewire.app.core.source;

/// A source of this participant, and the track that it is sent as: 1 to 32 characters of `a-z 0-9
/// -`, unique within the participant's session.
public record SourceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
