package org.tonewire.app.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle.Control;
import java.util.ResourceBundle;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.settings.Language;

/// The texts of the interface in the chosen language, which can change at any time: a view that
/// shows a text must then get it again. Any thread.
///
/// There are two bundles: `messages` has the texts that the window and the command line share, `ui`
/// those of the window.
public final class Wording {
    /// Shown for unknown values.
    public static final String UNKNOWN = "\u2013";

    private static final String FOLDER = "org.tonewire.app.text.";
    private static final double SILENT_AT_DB = -60;

    private final Locale system;
    private volatile LanguageTexts current;

    /// One language, replaced as a whole, so that texts never mix languages.
    private record LanguageTexts(Locale locale, ResourceBundle messages, ResourceBundle ui) {
        LanguageTexts(Locale locale) {
            this(locale, bundle("messages", locale), bundle("ui", locale));
        }
    }

    private Wording(Locale system) {
        this.system = system;
        this.current = new LanguageTexts(system);
    }

    /// The texts for this locale; English if its language has none.
    public static Wording of(Locale locale) {
        return new Wording(locale);
    }

    /// Switches to another language, or back to the system's.
    public void setLanguage(Language language) {
        Locale wanted = language.locale(system);
        if (!wanted.equals(current.locale())) {
            current = new LanguageTexts(wanted);
        }
    }

    /// The locale of the present language.
    public Locale locale() {
        return current.locale();
    }

    /// The text of a key, with its arguments `{0}`, `{1}` … filled in.
    public String text(String key, Object... arguments) {
        LanguageTexts now = current;
        ResourceBundle bundle = now.messages().containsKey(key) ? now.messages() : now.ui();
        String pattern = bundle.getString(key);
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, now.locale()).format(arguments);
    }

    /// One or two sentences: what happened, and what to do.
    public String problem(Problem problem) {
        String key = "problem." + problem.reason().wireName();
        String withSubject = key + ".of";
        boolean named = !problem.subject().isBlank() && current.messages().containsKey(withSubject);
        return named ? text(withSubject, problem.subject()) : text(key);
    }

    /// A gain, like `+3.0 dB`; the minimum is silence.
    public String gain(double db) {
        if (db <= SILENT_AT_DB) {
            return text("unit.silent");
        }
        double rounded = Math.round(db * 10) / 10.0;
        String sign = rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "";
        return text("unit.decibels", sign + decimal(Math.abs(rounded), 1));
    }

    /// A level, like `−18.2 dBFS`.
    public String level(double dbfs) {
        if (dbfs <= SILENT_AT_DB) {
            return text("unit.silence");
        }
        String sign = dbfs < 0 ? "\u2212" : "";
        return text("unit.dbfs", sign + decimal(Math.abs(dbfs), 1));
    }

    /// A duration, like `4:05` or `1:02:03`.
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? String.format(current.locale(), "%d:%02d:%02d", hours, minutes, seconds % 60)
                : String.format(current.locale(), "%d:%02d", minutes, seconds % 60);
    }

    /// A bit rate, like `256 kb/s`; NaN is unknown.
    public String bitrate(double bitsPerSecond) {
        return number("unit.kilobits", bitsPerSecond / 1_000, 0);
    }

    /// A codec for people, like `Opus stereo`; [#UNKNOWN] for an empty description.
    public String codec(String description) {
        if (description.isEmpty()) {
            return UNKNOWN;
        }
        int slash = description.indexOf('/');
        String name = slash < 0 ? description : description.substring(0, slash);
        String shown = name.equalsIgnoreCase("opus") ? "Opus" : name.toUpperCase(Locale.ROOT);
        List<String> terms = List.of(description.split(";"));
        boolean mono = terms.contains("stereo=0") || description.endsWith("/1");
        return text(mono ? "codec.mono" : "codec.stereo", shown);
    }

    /// The quality of a received track, like `Opus stereo, 256 kb/s`; empty while unknown.
    public String quality(String description, double bitsPerSecond) {
        return description.isEmpty() || Double.isNaN(bitsPerSecond)
                ? ""
                : text("codec.quality", codec(description), bitrate(bitsPerSecond));
    }

    /// A time, like `12 ms`; NaN is unknown.
    public String millis(double millis) {
        return number("unit.millis", millis, 0);
    }

    /// A share, like `0.4 %`; NaN is unknown.
    public String percent(double percent) {
        return number("unit.percent", percent, 1);
    }

    /// A clock error in parts per million, like `+12 ppm`; NaN is unknown.
    public String ppm(double partsPerMillion) {
        if (Double.isNaN(partsPerMillion)) {
            return UNKNOWN;
        }
        long rounded = Math.round(partsPerMillion);
        String sign = rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "";
        return text("unit.ppm", sign + decimal(Math.abs(rounded), 0));
    }

    private String number(String key, double value, int digits) {
        return Double.isNaN(value) ? UNKNOWN : text(key, decimal(value, digits));
    }

    private String decimal(double value, int digits) {
        return String.format(current.locale(), "%." + digits + "f", value);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(FOLDER + name, locale, noFallback);
    }
}
