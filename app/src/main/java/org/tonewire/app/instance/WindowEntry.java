package org.tonewire.app.instance;

/// What came of starting the window.
public sealed interface WindowEntry {
    /// There is no other: it follows the starts to come.
    record First(SingleInstance window) implements WindowEntry {}

    /// There is another window, which has taken over what this start was asked for.
    record HandedOver() implements WindowEntry {}

    /// There is another window, or no way to know: this one stands for itself.
    record Alone() implements WindowEntry {}
}
