package org.tonewire.app.core.host;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a room stays without participants, as people write it: `30d`, `12h`, `45m`.
public final class KeepTime {
    private static final Pattern TEXT = Pattern.compile("(0)|([1-9][0-9]{0,4})([dhm])");

    private KeepTime() {}

    /// A number of days, hours or minutes, or 0; empty if the text is anything else.
    public static Optional<Duration> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) != null) {
            return Optional.of(Duration.ZERO);
        }
        long count = Long.parseLong(matcher.group(2));
        Duration time =
                switch (matcher.group(3)) {
                    case "d" -> Duration.ofDays(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofMinutes(count);
                };
        return Optional.of(time).filter(each -> each.toSeconds() <= Integer.MAX_VALUE);
    }

    /// The time in days and hours, or in hours and minutes.
    public static String text(Duration time) {
        String days = time.toDays() > 0 ? time.toDays() + " d" : "";
        String hours = time.toHoursPart() > 0 ? time.toHoursPart() + " h" : "";
        if (!days.isEmpty()) {
            return (days + " " + hours).strip();
        }
        String minutes = time.toMinutesPart() + " min";
        if (hours.isEmpty()) {
            return minutes;
        }
        return time.toMinutesPart() > 0 ? hours + " " + minutes : hours;
    }
}
