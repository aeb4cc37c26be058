package org.tonewire.app.shell;

/// An entry of the tray icon's menu.
public sealed interface TrayEntry {
    /// Text that cannot be selected.
    record Heading(String words) implements TrayEntry {}

    record Divider() implements TrayEntry {}

    record Choice(TrayCommand command, String words, boolean possible) implements TrayEntry {}
}
