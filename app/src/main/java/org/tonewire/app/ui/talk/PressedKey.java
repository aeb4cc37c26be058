package org.tonewire.app.ui.talk;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkKey.Modifier;

/// Converts JavaFX key events to talk keys.
final class PressedKey {
    private static final Map<KeyCode, String> NAMES =
            Map.of(
                    KeyCode.PAUSE, "Pause",
                    KeyCode.SCROLL_LOCK, "ScrollLock",
                    KeyCode.INSERT, "Insert",
                    KeyCode.HOME, "Home",
                    KeyCode.END, "End",
                    KeyCode.PAGE_UP, "PageUp",
                    KeyCode.PAGE_DOWN, "PageDown",
                    KeyCode.SPACE, "Space");

    private PressedKey() {}

    /// Empty if the key is not allowed.
    static Optional<TalkKey> of(KeyEvent event) {
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        if (event.isControlDown()) {
            held.add(Modifier.CTRL);
        }
        if (event.isAltDown()) {
            held.add(Modifier.ALT);
        }
        if (event.isShiftDown()) {
            held.add(Modifier.SHIFT);
        }
        if (event.isMetaDown()) {
            held.add(Modifier.META);
        }
        return TalkKey.of(held, name(event.getCode()));
    }

    static String name(KeyCode code) {
        return NAMES.getOrDefault(
                code, code.isDigitKey() ? code.getName() : code.isModifierKey() ? "" : code.name());
    }
}
