package org.tonewire.testbed.sound;

/// A place where a steady tone was not steady.
///
/// @param lengthSeconds how long it was away; 0 for a jump
public record Interruption(Kind kind, double atSeconds, double lengthSeconds) {
    public enum Kind {
        /// The tone was gone or had lost more than half of its level.
        GAP,
        /// The tone went on at another place in its period: samples are missing or too many.
        JUMP
    }

    @Override
    public String toString() {
        return "%s at %.4f s (%.1f ms)".formatted(kind, atSeconds, lengthSeconds * 1000);
    }
}
