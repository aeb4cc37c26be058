package org.tonewire.app.lan;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in the TXT record of an announcement, reading it is survived. Without an address
/// there is no room.
final class RoomServiceFuzzTest {
    private static final int PORT = 4_433;

    @MethodSource("records")
    @FuzzTest
    void everyRecordIsSurvived(byte[] record) {
        ServiceInfo service =
                ServiceInfo.create(RoomService.TYPE, "Band", PORT, 0, 0, record.clone());

        assertThat(RoomService.read(service)).isEmpty();
    }

    static Stream<byte[]> records() {
        return Stream.of(
                        "\u0003v=1\troom=Band",
                        "\u0003v=1\u0002v=\u0004room\u00ffroom=",
                        "\u0003v=1\u0006room=e-f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
