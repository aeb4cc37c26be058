package org.tonewire.app.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.IceCandidate;

/// Whatever a description holds, its candidates are taken out of it, each names a section of it,
/// and the same candidate is taken once.
final class CandidatesFuzzTest {
    private static final String UFRAG = "E5aW";

    @MethodSource("descriptions")
    @FuzzTest
    void everyCandidateIsTakenOutAndCountedOnce(byte[] utf8) {
        String sdp = new String(utf8, StandardCharsets.UTF_8);
        List<IceCandidate> found = Candidates.within(sdp);
        String rest = Candidates.without(sdp);
        long sections = sdp.lines().filter(line -> line.startsWith("m=")).count();

        assertThat(Candidates.within(rest)).isEmpty();
        assertThat(rest.lines()).noneMatch(line -> line.startsWith("a=candidate:"));
        assertThat(found)
                .allMatch(one -> one.sdpMLineIndex() >= 0 && one.sdpMLineIndex() < sections);
        for (IceCandidate one : found) {
            String named = Candidates.withUfrag(one.candidate(), UFRAG);
            assertThat(Candidates.withUfrag(named, UFRAG)).isEqualTo(named);
        }
        mustBeTakenOnce(sdp, found);
    }

    private static void mustBeTakenOnce(String sdp, List<IceCandidate> found) {
        CandidateLimit limit = new CandidateLimit();
        limit.described(sdp);
        List<IceCandidate> taken = found.stream().filter(limit::allows).toList();

        assertThat(taken)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(CandidateLimit.MAX_OF_LINK);
        assertThat(found).noneMatch(limit::allows);
    }

    static Stream<byte[]> descriptions() {
        String candidate = "a=candidate:1 1 udp 2122 192.0.2.7 9 typ host generation 0";
        String media = "v=0\na=ice-ufrag:E5aW\nm=audio 9 RTP 0\na=mid:0\n" + candidate + "\n";
        return Stream.of(
                        media,
                        media + "m=audio 9 RTP 0\r\n" + candidate + " ufrag a ufrag b\n",
                        media.replace("E5aW", "E5aW\f  x y"),
                        media + candidate + " ufrag E5aW\f x y\n",
                        media + candidate + " x ufrag a=candidate: y\ra=candidate:2 ufrag \n")
                .map(sdp -> sdp.getBytes(StandardCharsets.UTF_8));
    }
}
