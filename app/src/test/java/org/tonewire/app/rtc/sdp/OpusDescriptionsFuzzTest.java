package org.tonewire.app.rtc.sdp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

/// Any session description of a peer is parsed and answered without an exception. The input is an
/// offer and an answer, with a NUL between them.
final class OpusDescriptionsFuzzTest {
    private static final Map<TrackId, Profile> PROFILES =
            Map.of(new TrackId("source-1"), Profile.MUSIC, new TrackId("source-2"), Profile.VOICE);

    @MethodSource("exchanges")
    @FuzzTest
    void noDescriptionMakesTheRewriteThrow(byte[] utf8) {
        String[] both = new String(utf8, StandardCharsets.UTF_8).split("\0", 2);
        String offer = both[0];
        String answer = both.length > 1 ? both[1] : offer;
        OpusDescriptions.offer(offer, PROFILES);
        OpusDescriptions.answerTaken(answer, offer, PROFILES);
        OpusDescriptions.answerGiven(answer, offer);
        DescriptionCheck.acceptable(offer);
    }

    static Stream<byte[]> exchanges() {
        String media =
                """
                v=0
                o=- 1 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                m=audio 9 UDP/TLS/RTP/SAVPF 111 63
                a=mid:0
                a=msid:source-1 source-1
                a=rtpmap:111 opus/48000/2
                a=fmtp:111 minptime=10;useinbandfec=1
                a=rtpmap:63 red/48000/2
                m=application 9 UDP/DTLS/SCTP webrtc-datachannel
                """;
        String crlf = media.replace("\n", "\r\n");
        return Stream.of(media, crlf + "\0" + crlf)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }
}
