package org.tonewire.app.desktop.keys;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkKey.Modifier;

/// X11 key symbols and modifiers (`X11/keysymdef.h`, `X11/X.h`).
final class KeySymbols {
    private static final int F1 = 0xffbe;
    private static final Map<String, Integer> NAMED =
            Map.of(
                    "Pause", 0xff13,
                    "ScrollLock", 0xff14,
                    "Insert", 0xff63,
                    "Home", 0xff50,
                    "End", 0xff57,
                    "PageUp", 0xff55,
                    "PageDown", 0xff56,
                    "Space", 0x20);
    private static final Map<Modifier, Integer> MASKS =
            Map.of(Modifier.SHIFT, 1, Modifier.CTRL, 4, Modifier.ALT, 8, Modifier.META, 64);

    private KeySymbols() {}

    static int of(TalkKey key) {
        String name = key.name();
        Integer named = NAMED.get(name);
        if (named != null) {
            return named;
        }
        return name.length() > 1
                ? F1 + Integer.parseInt(name.substring(1)) - 1
                : name.toLowerCase(Locale.ROOT).charAt(0);
    }

    static int mask(Set<Modifier> modifiers) {
        return modifiers.stream().mapToInt(each -> MASKS.getOrDefault(each, 0)).sum();
    }
}
