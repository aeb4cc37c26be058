package org.tonewire.app.desktop.keys;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatchOutcome;
import org.tonewire.app.shell.keys.TalkKey;

/// Grabs one key on its own X connection. The server sends events of that key, and of other keys
/// while it is held; those are ignored. The thread `talk-key` waits for events.
final class KeyGrab implements KeyWatchOutcome.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(KeyGrab.class);
    private static final int PRESS = 2;
    private static final int RELEASE = 3;

    /// Caps Lock and Num Lock are modifiers; the grab must ignore them.
    private static final int[] LOCKS = {0, 2, 16, 2 | 16};

    private static final KeyWatchOutcome TAKEN =
            new KeyWatchOutcome.Refused(KeyWatchOutcome.Refusal.TAKEN);
    private static final int TRIES = 5;
    private static final long PAUSE_NANOS = 50_000_000;

    private final XcbDisplay display;
    private final int keycode;
    private final KeyListener listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KeyGrab(XcbDisplay display, int keycode, KeyListener listener) {
        this.display = display;
        this.keycode = keycode;
        this.listener = listener;
    }

    /// Grabs the key; retries briefly, because a released grab takes a moment.
    ///
    /// @throws IllegalStateException if the display does not exist
    static KeyWatchOutcome begin(String name, TalkKey key, KeyListener listener) {
        KeyWatchOutcome outcome = tryOnce(name, key, listener);
        for (int more = TRIES; more > 0 && TAKEN.equals(outcome); more--) {
            LockSupport.parkNanos(PAUSE_NANOS);
            outcome = tryOnce(name, key, listener);
        }
        return outcome;
    }

    private static KeyWatchOutcome tryOnce(String name, TalkKey key, KeyListener listener) {
        XcbDisplay display = XcbDisplay.open(name);
        OptionalInt keycode = display.keycode(KeySymbols.of(key));
        if (keycode.isEmpty()) {
            display.close();
            return new KeyWatchOutcome.Refused(KeyWatchOutcome.Refusal.NO_SUCH_KEY);
        }
        int modifiers = KeySymbols.mask(key.modifiers());
        for (int lock : LOCKS) {
            if (!display.grab(keycode.getAsInt(), modifiers | lock)) {
                display.close();
                return TAKEN;
            }
        }
        KeyGrab grab = new KeyGrab(display, keycode.getAsInt(), listener);
        Thread.ofPlatform().daemon().name("talk-key").start(grab::listen);
        return new KeyWatchOutcome.Watching(grab);
    }

    private void listen() {
        try {
            XcbDisplay.Event event = display.next();
            while (event.type() != 0) {
                event = handle(event);
            }
        } catch (RuntimeException e) {
            LOG.error("watching a key broke", e);
        } finally {
            display.close();
        }
        if (!closed.get()) {
            listener.lost();
        }
    }

    /// A key that is held repeats itself: a release and a press of the same moment. Whether the key
    /// is down now says nothing about an event that is handled late.
    ///
    /// @return the event after this one
    private XcbDisplay.Event handle(XcbDisplay.Event event) {
        if (event.keycode() != keycode || closed.get()) {
            return display.next();
        }
        if (event.type() != RELEASE) {
            if (event.type() == PRESS) {
                listener.pressed();
            }
            return display.next();
        }
        XcbDisplay.Event following = display.nextIfSent();
        if (following.equals(new XcbDisplay.Event(PRESS, keycode, event.time()))) {
            return display.next();
        }
        listener.released();
        return following.type() == 0 ? display.next() : following;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            display.stopWaiting();
        }
    }
}
