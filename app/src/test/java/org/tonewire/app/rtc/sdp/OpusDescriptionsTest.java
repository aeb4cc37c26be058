package org.tonewire.app.rtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

final class OpusDescriptionsTest {
    private static final TrackId MUSIC = new TrackId("music");
    private static final TrackId VOICE = new TrackId("voice");

    private static final String OFFER =
            """
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            m=audio 9 UDP/TLS/RTP/SAVPF 111 63
            c=IN IP4 0.0.0.0
            b=AS:30
            a=mid:0
            a=msid:tonewire voice
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=rtpmap:63 red/48000/2
            a=fmtp:63 111/111
            m=audio 9 UDP/TLS/RTP/SAVPF 96
            c=IN IP4 0.0.0.0
            a=mid:1
            a=msid:tonewire music
            a=rtpmap:96 OPUS/48000/2
            a=ptime:60
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            a=mid:2
            """;

    /// An answer like a foreign stack's: another payload type, and stereo not mentioned.
    private static final String ANSWER =
            """
            v=0
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            a=mid:0
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=20
            m=audio 9 UDP/TLS/RTP/SAVPF 96 97
            a=mid:1
            a=rtpmap:97 PCMU/8000
            a=rtpmap:96 opus/48000/2
            """;

    private final Map<TrackId, Profile> profiles =
            Map.of(VOICE, Profile.VOICE, MUSIC, Profile.STUDIO);

    @Test
    void theOfferCarriesEachTracksProfile() {
        SdpDocument offer = SdpDocument.parse(OpusDescriptions.offer(OFFER, profiles));
        SdpSection voice = offer.sections().get(0);
        SdpSection music = offer.sections().get(1);
        assertThat(voice.formatParameters("111"))
                .contains(
                        "minptime=10;useinbandfec=1;stereo=0;sprop-stereo=0;"
                                + "maxaveragebitrate=64000;usedtx=0");
        assertThat(voice.attribute("ptime")).contains("20");
        assertThat(voice.lines()).contains("b=AS:64").doesNotContain("b=AS:30");
        assertThat(music.formatParameters("96"))
                .contains(
                        "minptime=10;useinbandfec=0;stereo=1;sprop-stereo=1;"
                                + "maxaveragebitrate=510000;usedtx=0");
        assertThat(music.attribute("ptime")).contains("10");
        assertThat(music.lines()).contains("b=AS:510").doesNotContain("a=ptime:60");
    }

    @Test
    void otherCodecsAndSectionsStayUnchanged() {
        SdpDocument offer = SdpDocument.parse(OpusDescriptions.offer(OFFER, profiles));
        assertThat(offer.sections().get(0).formatParameters("63")).contains("111/111");
        assertThat(offer.sections().get(2)).isEqualTo(SdpDocument.parse(OFFER).sections().get(2));
        assertThat(offer.head()).isEqualTo(SdpDocument.parse(OFFER).head());
    }

    @Test
    void theBandwidthPrecedesTheAttributes() {
        SdpSection music =
                SdpDocument.parse(OpusDescriptions.offer(OFFER, profiles)).sections().get(1);
        assertThat(music.lines().subList(0, 3))
                .containsExactly("m=audio 9 UDP/TLS/RTP/SAVPF 96", "c=IN IP4 0.0.0.0", "b=AS:510");
    }

    @Test
    void aTrackWithoutProfileIsLeftAlone() {
        String offer = OpusDescriptions.offer(OFFER, Map.of());
        assertThat(SdpDocument.parse(offer)).isEqualTo(SdpDocument.parse(OFFER));
    }

    @Test
    void aForeignAnswerIsAppliedWithTheOfferedParameters() {
        String taken = OpusDescriptions.answerTaken(ANSWER, OFFER, profiles);
        SdpDocument answer = SdpDocument.parse(taken);
        assertThat(answer.sections().get(0).formatParameters("111"))
                .hasValueSatisfying(value -> assertThat(value).contains("maxaveragebitrate=64000"));
        assertThat(answer.sections().get(1).formatParameters("96"))
                .hasValueSatisfying(value ->
                        assertThat(value).contains("stereo=1", "maxaveragebitrate=510000"));
        assertThat(answer.sections().get(1).attribute("ptime")).contains("10");
    }

    @Test
    void theReceivingEndsAnswerRepeatsTheOfferedParameters() {
        String offer = OpusDescriptions.offer(OFFER, profiles);
        SdpDocument answer = SdpDocument.parse(OpusDescriptions.answerGiven(ANSWER, offer));
        assertThat(answer.sections().get(0).formatParameters("111"))
                .hasValueSatisfying(value -> assertThat(value).contains("stereo=0"));
        assertThat(answer.sections().get(1).formatParameters("96"))
                .hasValueSatisfying(value -> assertThat(value).contains("sprop-stereo=1"));
        assertThat(answer.sections().get(1).attribute("ptime")).contains("10");
    }

    @Test
    void anAnswerToAnOfferWithoutParametersStaysUnchanged() {
        String bare = OFFER.replaceAll("a=fmtp:111.*\n", "").replace("a=ptime:60\n", "");
        SdpDocument answer = SdpDocument.parse(OpusDescriptions.answerGiven(ANSWER, bare));
        assertThat(answer).isEqualTo(SdpDocument.parse(ANSWER));
    }

    @Test
    void linesEndWithCrLf() {
        assertThat(OpusDescriptions.offer(OFFER, profiles).split("\r\n", -1))
                .noneMatch(line -> line.contains("\n"));
    }

    @Test
    void garbageIsPassedOnUnchanged() {
        assertThat(OpusDescriptions.offer("nonsense", profiles)).isEqualTo("nonsense\r\n");
        assertThat(OpusDescriptions.answerGiven("m=\na=rtpmap:\na=mid:", "m=audio \na=mid:"))
                .isEqualTo("m=\r\na=rtpmap:\r\na=mid:\r\n");
        assertThat(OpusDescriptions.offer("a=rtpmap:opus/48000/2", profiles)).isNotEmpty();
    }
}
