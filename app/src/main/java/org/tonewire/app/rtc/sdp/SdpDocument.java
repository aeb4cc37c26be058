package org.tonewire.app.rtc.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A session description, split at its `m=` lines.
///
/// @param head the lines before the first section
record SdpDocument(List<String> head, List<SdpSection> sections) {
    SdpDocument {
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }

    static SdpDocument parse(String sdp) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (String line : sdp.lines().filter(text -> !text.isEmpty()).toList()) {
            if (line.startsWith("m=")) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(line);
        }
        return new SdpDocument(
                parts.getFirst(), parts.stream().skip(1).map(SdpSection::new).toList());
    }

    SdpDocument withSections(UnaryOperator<SdpSection> change) {
        return new SdpDocument(head, sections.stream().map(change).toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append("\r\n"));
        sections.forEach(
                section -> section.lines().forEach(line -> text.append(line).append("\r\n")));
        return text.toString();
    }
}
