package org.tonewire.app.shell.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the window speaks: as the computer does, or one that a person chose.
public enum Language {
    SYSTEM(""),
    ENGLISH("en"),
    GERMAN("de"),
    SPANISH("es"),
    JAPANESE("ja");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// Those that have words of their own.
    public static Stream<Language> spoken() {
        return Stream.of(values()).filter(each -> each != SYSTEM);
    }

    /// The language with this tag, as kept in the settings.
    public static Optional<Language> ofTag(String tag) {
        return spoken().filter(each -> each.tag.equals(tag)).findFirst();
    }

    /// The tag of BCP 47; empty for the computer's own.
    public String tag() {
        return tag;
    }

    /// Its words and forms of numbers. A computer in Vienna keeps Austria's forms for German.
    ///
    /// @param system the computer's own
    public Locale locale(Locale system) {
        return this == SYSTEM || system.getLanguage().equals(tag) ? system : Locale.of(tag);
    }
}
