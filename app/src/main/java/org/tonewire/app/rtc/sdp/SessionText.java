package org.tonewire.app.rtc.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A session description cut at its `m=` lines.
///
/// @param head the lines before the first section
record SessionText(List<String> head, List<SdpSection> sections) {
    SessionText {
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }

    static SessionText parse(String sdp) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (String line : sdp.lines().filter(text -> !text.isEmpty()).toList()) {
            if (line.startsWith("m=")) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(line);
        }
        return new SessionText(
                parts.getFirst(), parts.stream().skip(1).map(SdpSection::new).toList());
    }

    SessionText withSections(UnaryOperator<SdpSection> change) {
        return new SessionText(head, sections.stream().map(change).toList());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append("\r\n"));
        sections.forEach(
                section -> section.lines().forEach(line -> text.append(line).append("\r\n")));
        return text.toString();
    }
}
