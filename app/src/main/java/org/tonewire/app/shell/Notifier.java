package org.tonewire.app.shell;

/// Tells something by the desktop, where it can.
@FunctionalInterface
public interface Notifier {
    /// Returns at once; what cannot be told is passed over.
    void tell(String title, String text);
}
