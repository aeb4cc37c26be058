package org.tonewire.app.desktop.keys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/// A connection to an X server, for one key. One thread uses it; any thread may stop its waiting.
final class XcbDisplay {
    private static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    // Offsets in xcb_setup_t, in the replies and in events.
    private static final int SETUP_BYTES = 40;
    private static final int VENDOR_LENGTH = 24;
    private static final int FORMATS = 29;
    private static final int FORMAT_BYTES = 8;
    private static final int FIRST_KEYCODE = 34;
    private static final int LAST_KEYCODE = 35;
    private static final int SYMBOLS_EACH = 1;
    private static final int REPLY_BYTES = 32;
    private static final int TIME = 4;

    private final ReentrantLock ending = new ReentrantLock();
    private final long connection;
    private boolean open = true;

    /// @param type 2 is a press, 3 a release, 0 the end or none
    /// @param time of the server, in milliseconds, modulo 2^32
    record Event(int type, int keycode, int time) {
        private static final Event NONE = new Event(0, 0, 0);
    }

    private XcbDisplay(long connection) {
        this.connection = connection;
    }

    /// @throws IllegalStateException if the display does not exist
    static XcbDisplay open(String name) {
        try (Arena arena = Arena.ofConfined()) {
            XcbDisplay display =
                    new XcbDisplay(XcbCalls.connect(arena.allocateFrom(name).address()));
            if (XcbCalls.hasError(display.connection)) {
                display.close();
                throw new IllegalStateException("no display");
            }
            return display;
        }
    }

    /// The root window of the first screen.
    private int root() {
        long setup = XcbCalls.setup(connection);
        int vendor = MEMORY.get(ValueLayout.JAVA_SHORT_UNALIGNED, setup + VENDOR_LENGTH) & 0xffff;
        int formats = at(setup, FORMATS);
        int vendorBytes = (vendor + 3) / 4 * 4;
        return number(setup + SETUP_BYTES + vendorBytes + (long) formats * FORMAT_BYTES);
    }

    /// The key that has this symbol without modifiers.
    OptionalInt keycode(int symbol) {
        long setup = XcbCalls.setup(connection);
        int first = at(setup, FIRST_KEYCODE);
        int count = at(setup, LAST_KEYCODE) - first + 1;
        long reply = XcbCalls.mapping(connection, first, count);
        if (reply == 0) {
            return OptionalInt.empty();
        }
        try {
            int each = at(reply, SYMBOLS_EACH);
            for (int key = 0; key < count; key++) {
                if (number(reply + REPLY_BYTES + 4L * key * each) == symbol) {
                    return OptionalInt.of(first + key);
                }
            }
            return OptionalInt.empty();
        } finally {
            XcbCalls.free(reply);
        }
    }

    /// @return whether the grab succeeded: no other program has the key
    boolean grab(int keycode, int modifiers) {
        long error = XcbCalls.grab(connection, root(), modifiers, keycode);
        if (error != 0) {
            XcbCalls.free(error);
        }
        return error == 0;
    }

    /// Blocks until there is an event.
    Event next() {
        return taken(XcbCalls.waitForEvent(connection));
    }

    /// An event that the server has sent already. A reply comes after all events before it, so
    /// asking anything brings them here.
    Event nextIfSent() {
        long reply = XcbCalls.keymap(connection);
        if (reply != 0) {
            XcbCalls.free(reply);
        }
        return taken(XcbCalls.queuedEvent(connection));
    }

    private static Event taken(long event) {
        if (event == 0) {
            return Event.NONE;
        }
        Event read = new Event(at(event, 0) & 0x7f, at(event, 1), number(event + TIME));
        XcbCalls.free(event);
        return read;
    }

    /// Makes [#next] return. Any thread.
    void stopWaiting() {
        ending.lock();
        try {
            if (open) {
                XcbCalls.shutdown(XcbCalls.file(connection));
            }
        } finally {
            ending.unlock();
        }
    }

    void close() {
        ending.lock();
        try {
            open = false;
            XcbCalls.disconnect(connection);
        } finally {
            ending.unlock();
        }
    }

    private static int at(long address, int offset) {
        return MEMORY.get(ValueLayout.JAVA_BYTE, address + offset) & 0xff;
    }

    private static int number(long address) {
        return MEMORY.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }
}
