package org.tonewire.app.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

final class RoomServiceTest {
    private static final String PIN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @Test
    void whatIsNoRoomIsPassedOver() {
        assertThat(RoomService.read(service(4_433, Map.of("v", "2", "room", "Band")))).isEmpty();
        assertThat(RoomService.read(service(4_433, Map.of("v", "1")))).isEmpty();
        assertThat(RoomService.read(service(0, Map.of("v", "1", "room", "Band")))).isEmpty();
        assertThat(RoomService.read(service(4_433, Map.of("v", "1", "room", "a/b")))).isEmpty();
        assertThat(RoomService.read(service(4_433, Map.of("v", "1", "room", "Band", "f", "short"))))
                .isEmpty();
    }

    @Test
    void withoutAnAddressThereIsNoRoom() {
        assertThat(RoomService.read(service(4_433, Map.of("v", "1", "room", "Band", "f", PIN))))
                .isEmpty();
    }

    private static ServiceInfo service(int port, Map<String, String> text) {
        return ServiceInfo.create(RoomService.TYPE, "Band", port, 0, 0, text);
    }
}
