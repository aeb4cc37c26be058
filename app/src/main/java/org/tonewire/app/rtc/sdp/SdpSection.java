package org.tonewire.app.rtc.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One media section's lines, from `m=` up to the next (RFC 8866 section 5.14), without line ends.
record SdpSection(List<String> lines) {
    SdpSection {
        lines = List.copyOf(lines);
    }

    boolean isAudio() {
        return lines.getFirst().startsWith("m=audio ");
    }

    /// The value of the first `a=name:value`.
    Optional<String> attribute(String name) {
        String prefix = "a=" + name + ":";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    Optional<String> mid() {
        return attribute("mid");
    }

    /// The track id of `a=msid:STREAM TRACK` (RFC 8830).
    Optional<String> trackId() {
        return attribute("msid").flatMap(SdpSection::secondWord);
    }

    /// The payload types of Opus, found by its name, as the offerer chooses the numbers.
    List<String> opusPayloads() {
        List<String> payloads = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("a=rtpmap:")
                    && line.toLowerCase(Locale.ROOT).endsWith(" opus/48000/2")) {
                payloads.add(line.substring("a=rtpmap:".length(), line.indexOf(' ')));
            }
        }
        return List.copyOf(payloads);
    }

    Optional<String> formatParameters(String payload) {
        String prefix = "a=fmtp:" + payload + " ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }

    private static Optional<String> secondWord(String value) {
        String[] words = value.split(" ", -1);
        return words.length == 2 ? Optional.of(words[1]) : Optional.empty();
    }
}
