package org.tonewire.app.rtc.sdp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonewire.app.core.link.IceCandidate;

/// Checks a remote candidate before native code parses it: the grammar of RFC 8839 section 5.1 and
/// its limits. The library uses a refused candidate as a format of C's `printf`, so a percent sign
/// in it would read and write this process's memory.
public final class CandidateCheck {
    private static final int MAX_CHARACTERS = 1_024;
    private static final int MAX_SECTIONS = 64;
    private static final long MAX_PRIORITY = 0xFFFF_FFFFL;
    private static final Pattern CANDIDATE =
            Pattern.compile(
                    "candidate:[A-Za-z0-9+/]{1,32} (?<component>\\d{1,3}) [A-Za-z]{3,8}"
                            + " (?<priority>\\d{1,10}) [0-9A-Za-z.:_-]{1,253} (?<port>\\d{1,5})"
                            + " typ (?:host|srflx|prflx|relay)"
                            + "(?: [!-$&-~]{1,64} [!-$&-~]{1,256}){0,16} ?");
    private static final Pattern MID = Pattern.compile("[!#$&'*+.0-9A-Z^_`a-z{|}~-]{0,16}");

    private CandidateCheck() {}

    public static boolean acceptable(IceCandidate candidate) {
        String line = candidate.candidate();
        return candidate.sdpMLineIndex() >= 0
                && candidate.sdpMLineIndex() < MAX_SECTIONS
                && MID.matcher(candidate.sdpMid()).matches()
                && isCandidate(line.startsWith("a=") ? line.substring(2) : line);
    }

    /// @param line from `candidate:` on
    static boolean isCandidate(String line) {
        if (line.length() > MAX_CHARACTERS) {
            return false;
        }
        Matcher parts = CANDIDATE.matcher(line);
        return parts.matches()
                && Integer.parseInt(parts.group("component")) <= 256
                && Integer.parseInt(parts.group("component")) >= 1
                && Long.parseLong(parts.group("priority")) <= MAX_PRIORITY
                && Integer.parseInt(parts.group("port")) <= 65_535;
    }
}
