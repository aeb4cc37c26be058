package org.tonewire.app.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Removes private data from a text: addresses, invites, keys, fingerprints, and given names. When
/// in doubt, it removes too much.
public final class Redaction {
    private static final int MIN_NAME_LENGTH = 2;
    private static final String HIDDEN = "<hidden>";

    private static final List<Pattern> NEVER =
            List.of(
                    // Links, including invites, and STUN and TURN servers.
                    Pattern.compile("\\b[A-Za-z][A-Za-z0-9+.-]*://\\S+"),
                    Pattern.compile("\\b(?:stun|turn)s?:\\S+", Pattern.CASE_INSENSITIVE),
                    // user@host.
                    Pattern.compile("\\S+@[A-Za-z0-9.-]+"),
                    // IPv4, with an optional port.
                    Pattern.compile(
                            "(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?![\\d.])"),
                    // IPv6, hardware addresses, fingerprints: three or more colons, or two in a
                    // row. A time of day has two separate ones.
                    Pattern.compile("(?:[0-9A-Fa-f]{1,4}:){3,}[0-9A-Fa-f:]*(?:%\\w+)?"),
                    Pattern.compile("(?<!\\w)[0-9A-Fa-f:]*::[0-9A-Fa-f:]*(?:%\\w+)?"),
                    // The fields of an invite, and everything else that looks like a key.
                    Pattern.compile("\\b[kfo]=\\S+"),
                    Pattern.compile("(?<![\\w-])(?!\\w*(?:Exception|Error)\\b)[\\w-]{22,}"));

    private final String home;
    private final List<String> names;

    /// @param home the home folder, shown as `~`
    /// @param names names of participants and rooms
    public Redaction(String home, List<String> names) {
        this.home = home;
        this.names =
                names.stream()
                        .map(String::strip)
                        .filter(name -> name.length() >= MIN_NAME_LENGTH)
                        .sorted((a, b) -> b.length() - a.length())
                        .toList();
    }

    public String clean(String text) {
        String cleaned = home.isBlank() ? text : text.replace(home, "~");
        for (String name : names) {
            cleaned =
                    Pattern.compile(
                                    "(?<![\\p{L}\\p{N}])"
                                            + Pattern.quote(name)
                                            + "(?![\\p{L}\\p{N}])",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(cleaned)
                            .replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        for (Pattern pattern : NEVER) {
            cleaned = pattern.matcher(cleaned).replaceAll(Matcher.quoteReplacement(HIDDEN));
        }
        return cleaned;
    }
}
