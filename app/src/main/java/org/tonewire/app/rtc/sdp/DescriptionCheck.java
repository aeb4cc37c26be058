package org.tonewire.app.rtc.sdp;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks a session description before native code parses it: its size, the form of its lines (RFC
/// 8866), and attributes with names, counts or measures. It refuses what the standards do not
/// allow, and also a percent sign, since the library uses a refused line as a format of C's
/// `printf`.
public final class DescriptionCheck {
    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_LINES = 4_000;
    private static final int MAX_LINE = 4_096;
    private static final int MAX_SECTIONS = 64;
    private static final int MAX_CANDIDATES = 256;

    private static final String TOKEN = "[!#$&'*+.0-9A-Z^_`a-z{|}~-]";
    private static final String PAYLOAD = "(?:\\d|[1-9]\\d|1[01]\\d|12[0-7])";
    private static final String PORT =
            "(?:\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])";
    private static final String U32 =
            "(?:\\d{1,9}|[1-3]\\d{9}|4[01]\\d{8}|42[0-8]\\d{7}|429[0-3]\\d{6}|4294[0-8]\\d{5}"
                    + "|42949[0-5]\\d{4}|429496[0-6]\\d{3}|4294967[01]\\d\\d|42949672[0-8]\\d"
                    + "|429496729[0-5])";

    /// The library takes it for a part of the line.
    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");

    private static final Pattern LINE = Pattern.compile("[a-z]=[^\\p{Cntrl}%]*+");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*+");
    private static final Pattern MEDIA =
            Pattern.compile(
                    "m=[a-z]{1,16} "
                            + PORT
                            + "(?:/\\d{1,3})? [A-Z]{1,8}(?:/[A-Z]{1,8}){0,3}"
                            + "(?: "
                            + TOKEN
                            + "{1,32}){1,128} ?");
    private static final Pattern BANDWIDTH = Pattern.compile("b=[A-Za-z0-9-]{1,16}:\\d{1,9}");
    private static final Pattern ATTRIBUTE = Pattern.compile("a=" + TOKEN + "{1,64}(?::.*)?");

    /// Patterns of whole values, by the attribute's name. Other attributes are not checked.
    private static final Map<String, Pattern> VALUES =
            Map.ofEntries(
                    value("mid", TOKEN + "{1,16}"),
                    value("group", "[A-Z]{1,16}(?: " + TOKEN + "{1,16}){0,64}"),
                    value("msid", TOKEN + "{1,64}(?: " + TOKEN + "{1,64})?"),
                    value("ssrc", U32 + " " + TOKEN + "{1,32}(?::[^\\p{Cntrl}]{0,256})?"),
                    value("ssrc-group", "[A-Z0-9-]{1,16}(?: " + U32 + "){1,16}"),
                    value("rtpmap", PAYLOAD + " " + TOKEN + "{1,32}/[1-9]\\d{0,6}(?:/[1-9]\\d?)?"),
                    value("fmtp", PAYLOAD + " [^\\p{Cntrl}]{1,2048}"),
                    value("rtcp-fb", "(?:\\*|" + PAYLOAD + ") [ -~]{1,64}"),
                    value("rtcp", PORT + "(?: IN IP[46] [0-9A-Za-z.:-]{1,253})?"),
                    value(
                            "extmap",
                            "(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:/[a-z]{1,8})?"
                                    + " [!-~]{1,256}(?: [ -~]{1,256})?"),
                    value("ptime", "[1-9]\\d{0,2}"),
                    value("maxptime", "[1-9]\\d{0,2}"),
                    value("ice-ufrag", "[A-Za-z0-9+/]{4,256}"),
                    value("ice-pwd", "[A-Za-z0-9+/]{22,256}"),
                    value(
                            "fingerprint",
                            "[A-Za-z0-9-]{3,16} (?:[0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2}"),
                    value("setup", "actpass|active|passive|holdconn"),
                    value("sctp-port", PORT),
                    value("sctpmap", PORT + " [ -~]{1,64}"),
                    value("max-message-size", "\\d{1,18}"),
                    value("rid", "[A-Za-z0-9_-]{1,16} (?:send|recv)(?: [ -~]{1,256})?"),
                    value(
                            "simulcast",
                            "(?:send|recv) [A-Za-z0-9~,;_-]{1,256}(?: (?:send|recv)"
                                    + " [A-Za-z0-9~,;_-]{1,256})?"));

    private DescriptionCheck() {}

    public static boolean acceptable(String sdp) {
        return refusal(sdp).isEmpty();
    }

    /// The reason why the description is refused, for a log: it quotes nothing of the description.
    public static Optional<String> refusal(String sdp) {
        if (sdp.length() > MAX_CHARACTERS) {
            return Optional.of("too long");
        }
        if (LONE_RETURN.matcher(sdp).find()) {
            return Optional.of("a carriage return within a line");
        }
        List<String> lines = sdp.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals("v=0") || lines.size() > MAX_LINES) {
            return Optional.of("no session description");
        }
        int sections = 0;
        int candidates = 0;
        Set<String> mids = new HashSet<>();
        for (String line : lines) {
            sections += line.startsWith("m=") ? 1 : 0;
            candidates += line.startsWith("a=candidate:") ? 1 : 0;
            boolean again = line.startsWith("a=mid:") && !mids.add(line);
            if (!fits(line) || again) {
                return Optional.of("line " + (lines.indexOf(line) + 1));
            }
        }
        return sections > MAX_SECTIONS || candidates > MAX_CANDIDATES
                ? Optional.of("too many sections or candidates")
                : Optional.empty();
    }

    private static boolean fits(String line) {
        if (line.length() > MAX_LINE || !LINE.matcher(line).matches()) {
            return false;
        }
        return switch (line.charAt(0)) {
            case 's', 'i' -> isWhole(line);
            case 'm' -> MEDIA.matcher(line).matches();
            case 'b' -> BANDWIDTH.matcher(line).matches();
            case 'a' -> ATTRIBUTE.matcher(line).matches() && attributeFits(line);
            default -> ASCII.matcher(line).matches();
        };
    }

    private static boolean attributeFits(String line) {
        if (!ASCII.matcher(line).matches()) {
            return false;
        }
        int colon = line.indexOf(':');
        if (colon < 0) {
            return !VALUES.containsKey(line.substring(2));
        }
        String name = line.substring(2, colon);
        String value = line.substring(colon + 1);
        if (name.equals("candidate")) {
            return CandidateCheck.isCandidate(line.substring(2));
        }
        Pattern form = VALUES.get(name);
        return form == null || form.matcher(value.strip()).matches();
    }

    /// Whether the line holds no unpaired surrogate.
    private static boolean isWhole(String line) {
        return line.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static Map.Entry<String, Pattern> value(String name, String form) {
        return Map.entry(name, Pattern.compile(form));
    }
}
