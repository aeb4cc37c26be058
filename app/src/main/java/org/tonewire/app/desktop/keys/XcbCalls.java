package org.tonewire.app.desktop.keys;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// The functions of libxcb that a grab needs (`xcb/xcb.h`, `xcb/xproto.h`). Pointers are `long`. A
/// cookie is a struct of one `unsigned int`, which every ABI of X11 systems passes like that
/// integer. Unlike Xlib, libxcb returns errors to the caller and installs no process-wide handler.
final class XcbCalls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS =
            SymbolLookup.libraryLookup("libxcb.so.1", Arena.global()).or(LINKER.defaultLookup());

    private static final MethodHandle CONNECT =
            function("xcb_connect", long.class, long.class, long.class);
    private static final MethodHandle HAS_ERROR =
            function("xcb_connection_has_error", int.class, long.class);
    private static final MethodHandle SETUP = function("xcb_get_setup", long.class, long.class);
    private static final MethodHandle FILE =
            function("xcb_get_file_descriptor", int.class, long.class);
    private static final MethodHandle MAPPING =
            function("xcb_get_keyboard_mapping", int.class, long.class, byte.class, byte.class);
    private static final MethodHandle MAPPING_REPLY =
            function(
                    "xcb_get_keyboard_mapping_reply",
                    long.class,
                    long.class,
                    int.class,
                    long.class);
    private static final MethodHandle GRAB =
            function(
                    "xcb_grab_key_checked",
                    int.class,
                    long.class,
                    byte.class,
                    int.class,
                    short.class,
                    byte.class,
                    byte.class,
                    byte.class);
    private static final MethodHandle CHECK =
            function("xcb_request_check", long.class, long.class, int.class);
    private static final MethodHandle KEYMAP = function("xcb_query_keymap", int.class, long.class);
    private static final MethodHandle KEYMAP_REPLY =
            function("xcb_query_keymap_reply", long.class, long.class, int.class, long.class);
    private static final MethodHandle WAIT = function("xcb_wait_for_event", long.class, long.class);
    private static final MethodHandle QUEUED =
            function("xcb_poll_for_queued_event", long.class, long.class);
    private static final MethodHandle DISCONNECT =
            function("xcb_disconnect", void.class, long.class);
    private static final MethodHandle SHUTDOWN =
            function("shutdown", int.class, int.class, int.class);
    private static final MethodHandle FREE = function("free", void.class, long.class);

    private XcbCalls() {}

    private static MethodHandle function(String name, Class<?> result, Class<?>... arguments) {
        MemoryLayout[] layouts =
                Arrays.stream(arguments).map(XcbCalls::layout).toArray(MemoryLayout[]::new);
        FunctionDescriptor type =
                result == void.class
                        ? FunctionDescriptor.ofVoid(layouts)
                        : FunctionDescriptor.of(layout(result), layouts);
        return LINKER.downcallHandle(SYMBOLS.findOrThrow(name), type);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        }
        if (type == int.class) {
            return ValueLayout.JAVA_INT;
        }
        return type == short.class ? ValueLayout.JAVA_SHORT : ValueLayout.JAVA_BYTE;
    }

    static long connect(long display) {
        try {
            return (long) CONNECT.invokeExact(display, 0L);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    static boolean hasError(long connection) {
        try {
            return (int) HAS_ERROR.invokeExact(connection) != 0;
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    static long setup(long connection) {
        try {
            return (long) SETUP.invokeExact(connection);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    static int file(long connection) {
        try {
            return (int) FILE.invokeExact(connection);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// @return the reply, to be freed, or 0
    static long mapping(long connection, int first, int count) {
        try {
            int cookie = (int) MAPPING.invokeExact(connection, (byte) first, (byte) count);
            return (long) MAPPING_REPLY.invokeExact(connection, cookie, 0L);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// Grabs the key without freezing pointer or keyboard.
    ///
    /// @return the error, to be freed, or 0
    static long grab(long connection, int window, int modifiers, int keycode) {
        try {
            int cookie =
                    (int)
                            GRAB.invokeExact(
                                    connection,
                                    (byte) 0,
                                    window,
                                    (short) modifiers,
                                    (byte) keycode,
                                    (byte) 1,
                                    (byte) 1);
            return (long) CHECK.invokeExact(connection, cookie);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// @return the reply with one bit for each pressed key, to be freed, or 0
    static long keymap(long connection) {
        try {
            int cookie = (int) KEYMAP.invokeExact(connection);
            return (long) KEYMAP_REPLY.invokeExact(connection, cookie, 0L);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// Blocks.
    ///
    /// @return the event, to be freed; 0 when the connection is closed
    static long waitForEvent(long connection) {
        try {
            return (long) WAIT.invokeExact(connection);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// @return the next event that was read already, to be freed; 0 if there is none
    static long queuedEvent(long connection) {
        try {
            return (long) QUEUED.invokeExact(connection);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    static void disconnect(long connection) {
        try {
            DISCONNECT.invokeExact(connection);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    /// Shuts down both directions of a socket, which unblocks its readers.
    static void shutdown(int file) {
        try {
            int _ = (int) SHUTDOWN.invokeExact(file, 2);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    static void free(long address) {
        try {
            FREE.invokeExact(address);
        } catch (Throwable failure) {
            throw broken(failure);
        }
    }

    private static IllegalStateException broken(Throwable failure) {
        return new IllegalStateException("A call to libxcb broke", failure);
    }
}
