package org.tonewire.system.hostile;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Descriptions with more sections of sound than anybody needs (RFC 8866, section 5.14).
final class ManySections {
    private ManySections() {}

    /// All from the first section of sound on again and again, as it is.
    static String same(String sdp, int count) {
        int section = sdp.indexOf("m=audio");
        return sdp.substring(0, section) + sdp.substring(section).repeat(count);
    }

    /// The first section of sound this many times, each with a mid, a track and a source of its
    /// own.
    static String withMidsOfTheirOwn(String sdp, int count) {
        int from = sdp.indexOf("m=audio");
        int next = sdp.indexOf("m=", from + 1);
        String section = sdp.substring(from, next < 0 ? sdp.length() : next);
        String head = sdp.substring(0, from).replaceFirst("a=group:BUNDLE[^\r]*", bundle(count));
        return IntStream.range(0, count)
                .mapToObj(i ->
                        section.replaceFirst("a=mid:[^\r]*", "a=mid:s" + i)
                                .replaceAll("a=msid:[^\r]*", "a=msid:t" + i + " t" + i)
                                .replaceAll("a=ssrc:\\d+", "a=ssrc:" + (1_000 + i)))
                .collect(Collectors.joining("", head, ""));
    }

    private static String bundle(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> " s" + i)
                .collect(Collectors.joining("", "a=group:BUNDLE", ""));
    }
}
