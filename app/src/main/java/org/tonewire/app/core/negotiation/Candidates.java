package org.tonewire.app.core.negotiation;

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
    private static final String EXTENSION = "ufrag";

    /// Where the extensions of a candidate begin, each a name and a value (RFC 8839 section 5.1).
    private static final int EXTENSIONS = 8;

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
            String ufrag = ufrag(section).or(() -> ufrag(parts.getFirst())).orElse("");
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
        return ufrag(sdp.lines().toList()).orElse("");
    }

    private static Optional<String> ufrag(List<String> lines) {
        return value(lines, UFRAG).filter(Candidates::isFragment);
    }

    /// Whether a username fragment has no space and no control character, which would be read as
    /// the end of one. RFC 8839 section 5.4 allows fewer characters still.
    private static boolean isFragment(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /// The username fragment that a candidate names; of several the last, which native code reads.
    static Optional<String> ufrag(String candidate) {
        List<String> fields = fields(candidate);
        Optional<String> named = Optional.empty();
        for (int i = EXTENSIONS; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).equals(EXTENSION)) {
                named = Optional.of(fields.get(i + 1)).filter(Candidates::isFragment);
            }
        }
        return named;
    }

    /// A candidate that names this username fragment, at its end, if it named none. What is no
    /// candidate stays as it is.
    static String withUfrag(String candidate, String ufrag) {
        List<String> fields = fields(candidate);
        if (fields.size() < EXTENSIONS || fields.size() % 2 != 0) {
            return candidate;
        }
        List<String> named = new ArrayList<>(fields.subList(0, EXTENSIONS));
        for (int i = EXTENSIONS; i < fields.size(); i += 2) {
            if (!fields.get(i).equals(EXTENSION)) {
                named.addAll(fields.subList(i, i + 2));
            }
        }
        String fragment = ufrag(candidate).orElse(ufrag);
        if (!fragment.isEmpty()) {
            named.addAll(List.of(EXTENSION, fragment));
        }
        return String.join(" ", named);
    }

    private static List<String> fields(String candidate) {
        return List.of(candidate.stripTrailing().split(" ", -1));
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
