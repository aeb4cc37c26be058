package org.tonewire.app.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.settings.Language;

/// Says things in a person's language, which can change at any time: who keeps what was said says
/// it anew then. Any thread.
///
/// Two bundles hold the texts: `messages` what every face says, `ui` what only the window says.
public final class Wording {
    /// Stands for a figure that is not known.
    public static final String UNKNOWN = "\u2013";

    private static final String FOLDER = "org.tonewire.app.text.";
    private static final double SILENT_AT_DB = -60;

    private final Locale system;
    private volatile Spoken spoken;

    /// One language, so that nobody meets half of another.
    private record Spoken(Locale locale, ResourceBundle messages, ResourceBundle ui) {
        Spoken(Locale locale) {
            this(locale, bundle("messages", locale), bundle("ui", locale));
        }
    }

    private Wording(Locale system) {
        this.system = system;
        this.spoken = new Spoken(system);
    }

    /// The words of the locale's language, English where there are none.
    public static Wording of(Locale locale) {
        return new Wording(locale);
    }

    /// Goes on in another language, or in the computer's own again.
    public void speak(Language language) {
        Locale wanted = language.locale(system);
        if (!wanted.equals(spoken.locale())) {
            spoken = new Spoken(wanted);
        }
    }

    /// Of the language that is spoken now.
    public Locale locale() {
        return spoken.locale();
    }

    /// The text of a key; `{0}`, `{1}` … in it are replaced.
    public String text(String key, Object... arguments) {
        Spoken now = spoken;
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
        boolean named = !problem.subject().isBlank() && spoken.messages().containsKey(withSubject);
        return named ? text(withSubject, problem.subject()) : text(key);
    }

    /// A gain, as `+3.0 dB`; the lowest is silence.
    public String gain(double db) {
        if (db <= SILENT_AT_DB) {
            return text("unit.silent");
        }
        double rounded = Math.round(db * 10) / 10.0;
        String sign = rounded > 0 ? "+" : rounded < 0 ? "\u2212" : "";
        return text("unit.decibels", sign + decimal(Math.abs(rounded), 1));
    }

    /// A level, as `−18.2 dBFS`.
    public String level(double dbfs) {
        if (dbfs <= SILENT_AT_DB) {
            return text("unit.silence");
        }
        String sign = dbfs < 0 ? "\u2212" : "";
        return text("unit.dbfs", sign + decimal(Math.abs(dbfs), 1));
    }

    /// A length of time, as `4:05` or `1:02:03`.
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        return hours > 0
                ? String.format(spoken.locale(), "%d:%02d:%02d", hours, minutes, seconds % 60)
                : String.format(spoken.locale(), "%d:%02d", minutes, seconds % 60);
    }

    /// A rate, as `256 kb/s`; NaN is unknown.
    public String bitrate(double bitsPerSecond) {
        return number("unit.kilobits", bitsPerSecond / 1_000, 0);
    }

    /// What a codec's description says to a person, as `Opus stereo`; `Unknown` where it is empty.
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

    /// How a track comes in, as `Opus stereo, 256 kb/s`; empty while nothing is known.
    public String quality(String description, double bitsPerSecond) {
        return description.isEmpty() || Double.isNaN(bitsPerSecond)
                ? ""
                : text("codec.quality", codec(description), bitrate(bitsPerSecond));
    }

    /// A time, as `12 ms`; NaN is unknown.
    public String millis(double millis) {
        return number("unit.millis", millis, 0);
    }

    /// A share, as `0.4 %`; NaN is unknown.
    public String percent(double percent) {
        return number("unit.percent", percent, 1);
    }

    private String number(String key, double value, int digits) {
        return Double.isNaN(value) ? UNKNOWN : text(key, decimal(value, digits));
    }

    private String decimal(double value, int digits) {
        return String.format(spoken.locale(), "%." + digits + "f", value);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(FOLDER + name, locale, noFallback);
    }
}
