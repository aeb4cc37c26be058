package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DtlsFingerprintsTest {
    @Test
    void fingerprintsOfTheSessionAndOfEveryMediumAreFound() {
        String sdp =
                """
                v=0
                a=fingerprint:sha-256 CC:01
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                a=fingerprint:sha-256 AA:01
                m=application 9 UDP/DTLS/SCTP webrtc-datachannel
                a=fingerprint:sha-1 BB:01
                """;

        assertThat(DtlsFingerprints.of(sdp))
                .containsExactly("sha-1 BB:01", "sha-256 AA:01", "sha-256 CC:01");
    }

    @Test
    void eachFingerprintIsListedOnceWhateverItsCaseAndLineEnd() {
        String sdp =
                "a=fingerprint:sha-256 aa:0b\r\n"
                        + "A=Fingerprint:SHA-256 AA:0B\n"
                        + "a=fingerprint: sha-256  AA:0B \r"
                        + "a=fingerprint:sha-256 aa:0b";

        assertThat(DtlsFingerprints.of(sdp)).containsExactly("sha-256 AA:0B");
    }

    @Test
    void otherAttributesAreNotFingerprints() {
        String sdp = "a=fingerprints:sha-256 AA\r\nb=fingerprint:sha-256 BB\r\na=setup:actpass";

        assertThat(DtlsFingerprints.of(sdp)).isEmpty();
    }

    @Test
    void aMalformedFingerprintIsKeptSoThatItIsSealed() {
        assertThat(DtlsFingerprints.of("a=fingerprint:odd\n")).containsExactly("ODD");
    }

    @Test
    void aFingerprintAfterALoneCarriageReturnIsFound() {
        assertThat(DtlsFingerprints.of("v=0\ra=fingerprint:sha-256 AA\r"))
                .containsExactly("sha-256 AA");
    }
}
