package org.tonewire.app.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatchOutcome;
import org.tonewire.app.shell.keys.KeyWatchOutcome.Refusal;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.testing.Eventually;

/// On a real X server, typed at by xdotool.
@Tag("linux")
class DesktopKeysTest {
    private static final TalkKey F8 = TalkKey.DEFAULT;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final KeyListener listener = new Notes();
    private final ReentrantLock listening = new ReentrantLock();

    private Display display;
    private GlobalKeys keys;

    @BeforeEach
    void start() throws Exception {
        display = Display.start();
        keys = DesktopKeys.on(display.name());
    }

    @AfterEach
    void stop() {
        display.close();
    }

    @Test
    void theKeyIsHeardAndNoOther() throws Exception {
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            display.type("keydown", "F8");
            awaitHeard("down");
            display.type("key", "F7", "a");
            display.type("keyup", "F8");
            awaitHeard("down", "up");
        }
    }

    @Test
    void aKeyThatIsHeldIsReleasedOnce() throws Exception {
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            display.type("keydown", "F8", "sleep", "1.5", "keyup", "F8");
            display.type("key", "F8");
            awaitHeard("down", "up", "down", "up");
        }
    }

    @Test
    void aKeyThatIsHeldIsReleasedOnceWhereItIsHeardLate() throws Exception {
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            listening.lock();
            try {
                display.type("keydown", "F8", "sleep", "1.5", "keyup", "F8");
            } finally {
                listening.unlock();
            }
            display.type("key", "F8");
            awaitHeard("down", "up", "down", "up");
        }
    }

    @Test
    void heldKeysCountOnlyWhereTheyAreAskedFor() throws Exception {
        try (KeyWatchOutcome.Watch _ = watch(TalkKey.parse("Ctrl+Space").orElseThrow())) {
            display.type("key", "space");
            display.type("keydown", "ctrl", "keydown", "space");
            awaitHeard("down");
            display.type("keyup", "ctrl", "keyup", "space");
            awaitHeard("down", "up");
        }
    }

    @Test
    void numLockDoesNotMatter() throws Exception {
        display.type("key", "Num_Lock");
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            display.type("keydown", "F8", "keyup", "F8");
            awaitHeard("down", "up");
        }
    }

    @Test
    void aKeyThatAnotherProgramHasIsSaidToBeTaken() {
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            assertThat(keys.watch(F8, listener))
                    .isEqualTo(new KeyWatchOutcome.Refused(Refusal.TAKEN));
        }
    }

    @Test
    void aKeyIsFreeAgainWhenItsWatchIsClosed() {
        KeyWatchOutcome.Watch first = watch(F8);
        first.close();
        first.close();
        Eventually.holds(
                () -> {
                    if (keys.watch(F8, listener) instanceof KeyWatchOutcome.Watching(var again)) {
                        again.close();
                        return true;
                    }
                    return false;
                },
                () -> "still taken");
        assertThat(heard).isEmpty();
    }

    @Test
    void aDisplayThatGoesIsTold() {
        try (KeyWatchOutcome.Watch _ = watch(F8)) {
            display.close();
            awaitHeard("lost");
        }
    }

    @Test
    void whereThereIsNoDisplayThatIsSaid() {
        assertThat(DesktopKeys.on(":9999").watch(F8, listener))
                .isEqualTo(new KeyWatchOutcome.Refused(Refusal.NOT_HERE));
    }

    /// The X server may not have released the key of the test before yet.
    private KeyWatchOutcome.Watch watch(TalkKey key) {
        AtomicReference<KeyWatchOutcome> outcome = new AtomicReference<>();
        Eventually.holds(
                () -> {
                    outcome.set(keys.watch(key, listener));
                    return outcome.get() instanceof KeyWatchOutcome.Watching;
                },
                () -> "refused: " + outcome.get());
        return ((KeyWatchOutcome.Watching) outcome.get()).watch();
    }

    private void awaitHeard(String... events) {
        Eventually.passes(() -> assertThat(heard).containsExactly(events));
    }

    private final class Notes implements KeyListener {
        @Override
        public void pressed() {
            listening.lock();
            try {
                heard.add("down");
            } finally {
                listening.unlock();
            }
        }

        @Override
        public void released() {
            heard.add("up");
        }

        @Override
        public void lost() {
            heard.add("lost");
        }
    }
}
