package org.tonewire.app.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a description holds, its fingerprints are read as a sorted list, and a further one is
/// always found beside them.
final class DtlsFingerprintsFuzzTest {
    private static final String FURTHER = "sha-256 AB:CD:EF";

    @MethodSource("descriptions")
    @FuzzTest
    void aFurtherFingerprintIsAlwaysFound(byte[] utf8) {
        String sdp = new String(utf8, StandardCharsets.UTF_8);
        List<String> found = DtlsFingerprints.of(sdp);
        List<String> more = DtlsFingerprints.of(sdp + "\r\na=fingerprint:" + FURTHER + "\r\n");

        assertThat(found).isSorted().doesNotHaveDuplicates();
        assertThat(more).containsAll(found).contains(FURTHER);
    }

    static Stream<byte[]> descriptions() {
        return Stream.of(
                        "v=0\r\na=fingerprint:sha-256 ab:cd\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n",
                        "A=FingerPrint:SHA-1\t00\n a=fingerprint: x \na=fingerprint:sha-256 ab:cd")
                .map(sdp -> sdp.getBytes(StandardCharsets.UTF_8));
    }
}
