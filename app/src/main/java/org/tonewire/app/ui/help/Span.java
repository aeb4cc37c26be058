package org.tonewire.app.ui.help;

/// A piece of text within a block.
sealed interface Span {
    String text();

    record Words(String text, Weight weight) implements Span {}

    /// Typed text or a key.
    record Typed(String text) implements Span {}

    /// @param target `#topic` in the guide, or the URL of a web page
    record Link(String text, String target) implements Span {}

    enum Weight {
        PLAIN,
        STRONG,
        SLANTED
    }
}
