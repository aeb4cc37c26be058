package org.tonewire.app.shell;

/// A line of the icon's menu.
public sealed interface TrayEntry {
    /// Words that do nothing.
    record Heading(String words) implements TrayEntry {}

    record Divider() implements TrayEntry {}

    record Choice(TrayCommand command, String words, boolean possible) implements TrayEntry {}
}
