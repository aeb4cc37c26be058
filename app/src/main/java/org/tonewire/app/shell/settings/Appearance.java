package org.tonewire.app.shell.settings;

import org.tonewire.app.shell.settings.Settings.Theme;

/// Theme, language and motion of the window.
///
/// @param lessMotion slower meters and no animations, whatever the system prefers
public record Appearance(Theme theme, Language language, boolean lessMotion) {
    public static final Appearance DEFAULT = new Appearance(Theme.SYSTEM, Language.SYSTEM, false);

    public Appearance withTheme(Theme changed) {
        return new Appearance(changed, language, lessMotion);
    }

    public Appearance withLanguage(Language changed) {
        return new Appearance(theme, changed, lessMotion);
    }

    public Appearance withLessMotion(boolean changed) {
        return new Appearance(theme, language, changed);
    }
}
