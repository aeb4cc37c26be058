package org.tonewire.app.shell;

/// Port: desktop notifications.
@FunctionalInterface
public interface Notifier {
    /// Shows a notification, best effort. Returns at once.
    void show(String title, String text);
}
