package org.tonewire.app.desktop.keys;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatchOutcome;
import org.tonewire.app.shell.keys.TalkKey;

/// Global keys on an X11 display. Native code is loaded at the first watch.
public final class DesktopKeys implements GlobalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopKeys.class);

    private final String display;

    private DesktopKeys(String display) {
        this.display = display;
    }

    /// Supported on X11 only. On Wayland, an X11 program receives keys in X11 windows only.
    public static GlobalKeys ofThisComputer() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean wayland =
                set("WAYLAND_DISPLAY").isPresent()
                        || set("XDG_SESSION_TYPE").filter("wayland"::equals).isPresent();
        return linux && !wayland
                ? set("DISPLAY").map(DesktopKeys::on).orElse(GlobalKeys.NONE)
                : GlobalKeys.NONE;
    }

    /// @param display the value of `DISPLAY`
    static GlobalKeys on(String display) {
        return new DesktopKeys(display);
    }

    @Override
    public boolean possible() {
        return true;
    }

    @Override
    public KeyWatchOutcome watch(TalkKey key, KeyListener listener) {
        try {
            return KeyGrab.begin(display, key, listener);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("no key can be watched", e);
            return new KeyWatchOutcome.Refused(KeyWatchOutcome.Refusal.NOT_HERE);
        }
    }

    private static Optional<String> set(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
    }
}
