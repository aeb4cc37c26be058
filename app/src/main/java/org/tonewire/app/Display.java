package org.tonewire.app;

import java.util.Locale;

/// Whether there is a display to show a window on.
final class Display {
    private Display() {}

    /// On Linux the window needs an X server; elsewhere there always is a display. JavaFX's
    /// headless platform needs none.
    static boolean isThere() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String display = System.getenv("DISPLAY");
        return !system.contains("linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || (display != null && !display.isBlank());
    }
}
