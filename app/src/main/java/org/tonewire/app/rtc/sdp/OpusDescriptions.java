package org.tonewire.app.rtc.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

/// Writes the parameters of Opus into descriptions, section by section, so that a track is encoded
/// by its profile, whatever the remote stack would choose by itself: an encoder follows the format
/// parameters of the answer it gets, a decoder those of the answer it gives.
public final class OpusDescriptions {
    private OpusDescriptions() {}

    /// The sending end's offer with each track's parameters.
    public static String offer(String sdp, Map<TrackId, Profile> profiles) {
        return rewrite(sdp, section -> section.trackId().map(TrackId::new).map(profiles::get));
    }

    /// An answer as the sending end applies it: with the parameters that were offered, even where
    /// the answer leaves them out.
    public static String answerTaken(String answer, String offer, Map<TrackId, Profile> profiles) {
        Map<String, Profile> byMid = new HashMap<>();
        for (SdpSection section : SdpDocument.parse(offer).sections()) {
            section.trackId()
                    .map(id -> profiles.get(new TrackId(id)))
                    .ifPresent(profile -> section.mid().ifPresent(mid -> byMid.put(mid, profile)));
        }
        return rewrite(answer, section -> section.mid().map(byMid::get));
    }

    /// The receiving end's answer with the offer's Opus parameters, so that stereo is decoded as
    /// stereo.
    public static String answerGiven(String answer, String offer) {
        Map<String, SdpSection> offered = new HashMap<>();
        for (SdpSection section : SdpDocument.parse(offer).sections()) {
            section.mid().ifPresent(mid -> offered.put(mid, section));
        }
        return SdpDocument.parse(answer)
                .withSections(section ->
                        section.mid()
                                .map(offered::get)
                                .map(source -> takeOver(section, source))
                                .orElse(section))
                .text();
    }

    private static String rewrite(
            String sdp, Function<SdpSection, Optional<Profile>> profileOfSection) {
        return SdpDocument.parse(sdp)
                .withSections(section ->
                        profileOfSection
                                .apply(section)
                                .map(OpusTerms::of)
                                .map(terms -> write(section, terms))
                                .orElse(section))
                .text();
    }

    private static SdpSection write(SdpSection section, OpusTerms terms) {
        List<String> attributes = new ArrayList<>();
        for (String payload : section.opusPayloads()) {
            attributes.add("a=fmtp:" + payload + " " + terms.formatParameters());
        }
        if (!section.isAudio() || attributes.isEmpty()) {
            return section;
        }
        attributes.add("a=ptime:" + terms.packetMillis());
        attributes.add("a=maxptime:" + Math.max(20, terms.packetMillis()));
        return replace(section, attributes, Optional.of("b=AS:" + terms.bitrateBps() / 1000));
    }

    private static SdpSection takeOver(SdpSection answer, SdpSection offer) {
        List<String> attributes = new ArrayList<>();
        List<String> offered = offer.opusPayloads();
        for (String payload : answer.opusPayloads()) {
            if (offered.contains(payload)) {
                offer.formatParameters(payload)
                        .ifPresent(value -> attributes.add("a=fmtp:" + payload + " " + value));
            }
        }
        if (!answer.isAudio() || attributes.isEmpty()) {
            return answer;
        }
        offer.attribute("ptime").ifPresent(value -> attributes.add("a=ptime:" + value));
        offer.attribute("maxptime").ifPresent(value -> attributes.add("a=maxptime:" + value));
        return replace(answer, attributes, Optional.empty());
    }

    /// Replaces attributes of the same names, with the new ones at the section's end, and writes
    /// the bandwidth where RFC 8866 section 5 requires it: after `i=` and `c=`.
    private static SdpSection replace(
            SdpSection section, List<String> attributes, Optional<String> bandwidth) {
        List<String> replaced =
                attributes.stream()
                        .map(line -> line.startsWith("a=fmtp:") ? upToSpace(line) : upToColon(line))
                        .toList();
        List<String> lines = new ArrayList<>();
        int end = 0;
        for (String line : section.lines()) {
            boolean dropped =
                    replaced.stream().anyMatch(line::startsWith)
                            || (bandwidth.isPresent() && line.startsWith("b="));
            if (!dropped) {
                lines.add(line);
            }
            if (line.startsWith("m=") || line.startsWith("i=") || line.startsWith("c=")) {
                end = lines.size();
            }
        }
        int position = end;
        bandwidth.ifPresent(line -> lines.add(position, line));
        lines.addAll(attributes);
        return new SdpSection(lines);
    }

    private static String upToSpace(String line) {
        return line.substring(0, line.indexOf(' ') + 1);
    }

    private static String upToColon(String line) {
        return line.substring(0, line.indexOf(':') + 1);
    }
}
