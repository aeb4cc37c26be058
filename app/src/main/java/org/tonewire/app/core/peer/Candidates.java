package org.tonewire.app.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;

/// ICE candidates in messages and in session descriptions (RFC 8839 section 5).
final class Candidates {
    private static final String CANDIDATE = "a=candidate:";
    private static final String UFRAG = "a=ice-ufrag:";
    private static final String MID = "a=mid:";
    private static final String SECTION = "m=";

    /// Names the username fragment in a candidate that is sent by itself.
    private static final String EXTENSION = " ufrag ";

    private Candidates() {}

    static PeerMessage.Candidate message(LinkEnd sender, IceCandidate found) {
        return new PeerMessage.Candidate(
                sender, found.candidate(), found.sdpMid(), found.sdpMLineIndex());
    }

    static IceCandidate read(PeerMessage.Candidate message) {
        return new IceCandidate(message.candidate(), message.sdpMid(), message.sdpMLineIndex());
    }

    /// A description without its candidates; the same text if it has none.
    static String without(String sdp) {
        if (sdp.lines().noneMatch(Candidates::isCandidate)) {
            return sdp;
        }
        return sdp.lines()
                .filter(line -> !isCandidate(line))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    /// The candidates in the media sections of a description, in the form of those that are sent by
    /// themselves.
    static List<IceCandidate> within(String sdp) {
        List<List<String>> parts = parts(sdp);
        List<IceCandidate> found = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            List<String> section = parts.get(i);
            String mid = value(section, MID).orElse("");
            String ufrag =
                    value(section, UFRAG).or(() -> value(parts.getFirst(), UFRAG)).orElse("");
            for (String line : section) {
                if (isCandidate(line)) {
                    found.add(new IceCandidate(withUfrag(line.substring(2), ufrag), mid, i - 1));
                }
            }
        }
        return found;
    }

    /// The first ICE username fragment of a description; empty if it has none.
    static String ufragOf(String sdp) {
        return value(sdp.lines().toList(), UFRAG).orElse("");
    }

    /// The username fragment that a candidate names.
    static Optional<String> ufrag(String candidate) {
        int at = candidate.indexOf(EXTENSION);
        return at < 0
                ? Optional.empty()
                : Optional.of(candidate.substring(at + EXTENSION.length()).split(" ", 2)[0]);
    }

    /// A candidate that names this username fragment, at its end, if it named none.
    static String withUfrag(String candidate, String ufrag) {
        String bare =
                ufrag(candidate)
                        .map(named -> candidate.replace(EXTENSION + named, ""))
                        .orElse(candidate);
        String named = ufrag(candidate).orElse(ufrag);
        return bare.isBlank() || named.isEmpty() ? bare : bare + EXTENSION + named;
    }

    private static boolean isCandidate(String line) {
        return line.startsWith(CANDIDATE);
    }

    /// The lines of the session, then those of each media section.
    private static List<List<String>> parts(String sdp) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        sdp.lines()
                .forEach(line -> {
                    if (line.startsWith(SECTION)) {
                        parts.add(new ArrayList<>());
                    }
                    parts.getLast().add(line);
                });
        return parts;
    }

    private static Optional<String> value(List<String> lines, String attribute) {
        return lines.stream()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()).strip())
                .findFirst();
    }
}
