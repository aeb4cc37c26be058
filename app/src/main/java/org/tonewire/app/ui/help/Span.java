package org.tonewire.app.ui.help;

/// A piece of a line.
sealed interface Span {
    String text();

    record Words(String text, Weight weight) implements Span {}

    /// What is typed or pressed.
    record Typed(String text) implements Span {}

    /// @param target `#topic` in the guide, or the address of a page elsewhere
    record Link(String text, String target) implements Span {}

    enum Weight {
        PLAIN,
        STRONG,
        SLANTED
    }
}
