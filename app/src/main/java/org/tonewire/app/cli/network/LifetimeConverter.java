package org.tonewire.app.cli.network;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.ice.IceService;
import picocli.CommandLine;

/// Parses the lifetime of a login: a number and its unit.
final class LifetimeConverter implements CommandLine.ITypeConverter<Duration> {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})([smhd])");

    @Override
    public Duration convert(String value) {
        Matcher parts = WRITTEN.matcher(value.strip());
        if (parts.matches()) {
            Duration time = of(Long.parseLong(parts.group(1)), parts.group(2));
            if (time.compareTo(IceService.SHORTEST) >= 0
                    && time.compareTo(IceService.LONGEST) <= 0) {
                return time;
            }
        }
        throw new CommandLine.TypeConversionException(
                "“" + value + "”: a time from 10s to 7d, as in 90m or 12h");
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
