package org.tonewire.app.shell.settings;

import org.tonewire.app.shell.settings.Settings.Look;

/// Theme, language and motion of the window.
///
/// @param lessMotion slower meters and no animations, whatever the system prefers
public record Appearance(Look look, Language language, boolean lessMotion) {
    public static final Appearance DEFAULT = new Appearance(Look.SYSTEM, Language.SYSTEM, false);

    public Appearance withLook(Look changed) {
        return new Appearance(changed, language, lessMotion);
    }

    public Appearance withLanguage(Language changed) {
        return new Appearance(look, changed, lessMotion);
    }

    public Appearance withLessMotion(boolean changed) {
        return new Appearance(look, language, changed);
    }
}
