package org.tonewire.app.shell.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The language of the window: the system's, or a chosen one.
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

    /// The languages that have texts.
    public static Stream<Language> translated() {
        return Stream.of(values()).filter(each -> each != SYSTEM);
    }

    /// The language of a tag in the settings file.
    public static Optional<Language> ofTag(String tag) {
        return translated().filter(each -> each.tag.equals(tag)).findFirst();
    }

    /// The BCP 47 tag; empty for the system's language.
    public String tag() {
        return tag;
    }

    /// The locale of texts and number formats. The system's region is kept if its language matches:
    /// a computer in Vienna formats German as in Austria.
    ///
    /// @param system the system's locale
    public Locale locale(Locale system) {
        return this == SYSTEM || system.getLanguage().equals(tag) ? system : Locale.of(tag);
    }
}
