package org.tonewire.app.rtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.link.IceCandidate;

final class DescriptionCheckTest {
    /// An offer like Firefox's: ids in braces, a candidate with an mDNS name.
    private static final String OFFER =
            """
            v=0
            o=mozilla...THIS_IS_SDPARTA-99.0 5870835416385471327 0 IN IP4 0.0.0.0
            s=Übung
            t=0 0
            a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08
            a=group:BUNDLE 0 1
            a=ice-options:trickle
            a=msid-semantic:WMS *
            m=audio 9 UDP/TLS/RTP/SAVPF 109 9 0 8 101
            c=IN IP4 0.0.0.0
            a=candidate:0 1 UDP 2122187007 5cb1ec1a-8dd5-4f5e-a3f3-93d4a1e2a1f0.local 58132 typ host
            a=candidate:2 1 TCP 2105458943 2001:db8::7 9 typ host tcptype active
            a=sendrecv
            a=end-of-candidates
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=extmap:2/recvonly urn:ietf:params:rtp-hdrext:csrc-audio-level
            a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1
            a=fmtp:101 0-15
            a=ice-pwd:62d1fae2c1c2b9a97f7d0bf8ecb3da1f
            a=ice-ufrag:f0ef9eb9
            a=mid:0
            a=msid:{0d0bd8c2-9d57-4b4d-bd3c-43c4d7c6c11f} {5bbd4b4d-3a28-4bca-b0f5-2e9d0dd50b8e}
            a=rtcp-mux
            a=rtpmap:109 opus/48000/2
            a=rtpmap:9 G722/8000/1
            a=rtpmap:101 telephone-event/8000
            a=setup:actpass
            a=ssrc:4089537402 cname:{a1b2c3d4-6b8e-4b48-a66a-4d1f0ef64a90}
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=mid:1
            a=sctp-port:5000
            a=max-message-size:1073741823
            """;

    @Test
    void aBrowsersOfferIsAcceptable() {
        assertThat(DescriptionCheck.refusal(OFFER)).isEmpty();
        assertThat(DescriptionCheck.refusal(OFFER.replace("\n", "\r\n"))).isEmpty();
    }

    @Test
    void aDescriptionBeyondTheLimitsIsUnacceptable() {
        assertThat(DescriptionCheck.acceptable("")).isFalse();
        assertThat(DescriptionCheck.acceptable("v=0\n" + "a".repeat(1_000_000))).isFalse();
        assertThat(DescriptionCheck.acceptable("v=0\n" + "s=-\n".repeat(4_001))).isFalse();
        assertThat(DescriptionCheck.acceptable("v=0\ns=" + "a".repeat(5_000))).isFalse();
        assertThat(DescriptionCheck.acceptable("v=0\n" + "m=audio 9 RTP/AVP 0\n".repeat(64)))
                .isTrue();
        assertThat(DescriptionCheck.acceptable("v=0\n" + "m=audio 9 RTP/AVP 0\n".repeat(65)))
                .isFalse();
        String candidate = "a=candidate:0 1 UDP 1 192.0.2.1 9 typ host\n";
        assertThat(DescriptionCheck.acceptable("v=0\n" + candidate.repeat(256))).isTrue();
        assertThat(DescriptionCheck.acceptable("v=0\n" + candidate.repeat(257))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v",
                "A=x",
                "=",
                " ",
                "s=\0",
                "s=\u0007",
                "s=%n",
                "s=\uD800",
                "a=msid:s é",
                "m=audio",
                "m=audio 65536 RTP/AVP 0",
                "m=audio -1 RTP/AVP 0",
                "m=audio 9 RTP/AVP",
                "b=AS:-1",
                "b=AS:9999999999",
                "a=mid",
                "a=mid:",
                "a=mid:0",
                "a=mid:12345678901234567",
                "a=msid:s t u",
                "s=-\ra=sendrecv",
                "s=-\r\r",
            })
    void aMalformedLineMakesItUnacceptable(String line) {
        assertThat(DescriptionCheck.acceptable(OFFER + line + "\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=ssrc:4294967296 cname:x",
                "a=ssrc:-1 cname:x",
                "a=rtpmap:128 opus/48000/2",
                "a=rtpmap:111 opus/0/2",
                "a=rtpmap:111 opus/48000/0",
                "a=rtpmap:111 opus/48000/100",
                "a=fmtp:300 x",
                "a=extmap:0 urn:x",
                "a=extmap:256 urn:x",
                "a=ptime:0",
                "a=ptime:1000",
                "a=ice-ufrag:abc",
                "a=ice-ufrag:ab c",
                "a=ice-pwd:tooshort",
                "a=fingerprint:sha-256 AA:BB",
                "a=fingerprint:sha-256",
                "a=setup:upwards",
                "a=sctp-port:65536",
                "a=candidate:",
                "a=candidate:0 1 UDP 1 192.0.2.1 99999 typ host",
            })
    void anAttributeOutOfRangeMakesItUnacceptable(String line) {
        assertThat(DescriptionCheck.acceptable(OFFER + line + "\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 256})
    void iceCredentialsHaveTheLengthsOfTheStandard(int length) {
        assertThat(DescriptionCheck.acceptable("v=0\na=ice-ufrag:" + "u".repeat(length))).isTrue();
        assertThat(DescriptionCheck.acceptable("v=0\na=ice-pwd:" + "p".repeat(length)))
                .isEqualTo(length >= 22);
        assertThat(DescriptionCheck.acceptable("v=0\na=ice-ufrag:" + "u".repeat(length + 253)))
                .isFalse();
        assertThat(DescriptionCheck.acceptable("v=0\na=ice-pwd:" + "p".repeat(length + 253)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate:1 1 udp 2130706431 192.0.2.7 60769 typ host",
                "a=candidate:842163049 1 UDP 1677729535 2001:db8::1 9 typ srflx raddr ::1 rport 0",
                "candidate:1 1 TCP 1 x.local 9 typ host tcptype active generation 0 ufrag E+/a",
                "candidate:1 256 udp 4294967295 192.0.2.7 65535 typ relay "
            })
    void candidatesOfTheStandardAreAcceptable(String line) {
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "0", 0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "candidate",
                "candidate:x",
                "candidate:1 0 udp 1 192.0.2.7 9 typ host",
                "candidate:1 257 udp 1 192.0.2.7 9 typ host",
                "candidate:1 1 udp 4294967296 192.0.2.7 9 typ host",
                "candidate:1 1 udp 1 192.0.2.7 65536 typ host",
                "candidate:1 1 udp 1 fe80::1%eth0 9 typ host",
                "candidate:1 1 udp 1 192.0.2.7 9 typ %s%n",
                "candidate:%n 1 udp 1 192.0.2.7 9 typ host",
                "candidate:1 1 udp 1 192.0.2.7 9 typ host ufrag %n",
                "candidate:1 1 udp 1 192.0.2.7 9 typ host\0",
                "candidate:1 1 udp 1 192.0.2.7 9 typ host\r\na=x",
                "candidate:1 1 udp 1 192.0.2.7 9 typ host odd",
                "candidate:1 1 udp 1 é 9 typ host",
                "candidate:123456789012345678901234567890123 1 udp 1 192.0.2.7 9 typ host"
            })
    void otherCandidatesAreUnacceptable(String line) {
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "0", 0))).isFalse();
    }

    @Test
    void aCandidateNamesAValidSection() {
        String line = "candidate:1 1 udp 1 192.0.2.7 9 typ host";
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "audio-1", 63))).isTrue();
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "", 0))).isTrue();
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "0", -1))).isFalse();
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "0", 64))).isFalse();
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "%s", 0))).isFalse();
        assertThat(CandidateCheck.acceptable(new IceCandidate(line, "m".repeat(17), 0))).isFalse();
    }
}
