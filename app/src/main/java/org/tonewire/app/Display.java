package org.tonewire.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.text.Wording;

/// Whether there is a display to show a window on. JavaFX only says by an exception from deep
/// within that there is none.
final class Display {
    private static final Logger LOG = LoggerFactory.getLogger(Display.class);
    private static final String X11 = "libX11.so.6";

    private Display() {}

    /// Why no window can be shown, in words; empty where one can. On Linux the window needs an X
    /// server that answers; elsewhere there always is a display. JavaFX's headless platform needs
    /// none.
    static Optional<String> problem(Wording wording) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!system.contains("linux") || "Headless".equals(System.getProperty("glass.platform"))) {
            return Optional.empty();
        }
        String display = Optional.ofNullable(System.getenv("DISPLAY")).orElse("");
        if (display.isBlank()) {
            return Optional.of(wording.text("cli.no-display"));
        }
        return answers()
                ? Optional.empty()
                : Optional.of(wording.text("cli.dead-display", display));
    }

    /// Opens a connection by Xlib, as the window will, and closes it again. Where Xlib cannot be
    /// asked, JavaFX has to see.
    private static boolean answers() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup xlib = SymbolLookup.libraryLookup(X11, arena);
            MethodHandle open =
                    function(
                            xlib,
                            "XOpenDisplay",
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close =
                    function(
                            xlib,
                            "XCloseDisplay",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            int _ = (int) close.invokeExact(display);
        } catch (Throwable e) {
            LOG.debug("Xlib could not be asked for the display", e);
        }
        return true;
    }

    private static MethodHandle function(
            SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), type);
    }
}
