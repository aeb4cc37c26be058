package org.tonewire.app.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceMatchTest {
    private static final AudioDevice USB = output("alsa.usb", "USB Headset");
    private static final AudioDevice FIRST = output("speakers", "Null Output");
    private static final AudioDevice SECOND = output("virtmic", "Null Output");
    private static final AudioDevice LONG = output("speakers.2", "Hall");
    private static final List<AudioDevice> ALL = List.of(USB, FIRST, SECOND, LONG);

    @Test
    void anExactIdWinsOverEverything() {
        assertThat(find("speakers")).isEqualTo(FIRST);
    }

    @Test
    void anExactNameIsEnoughWhereOnlyOneHasIt() {
        assertThat(find("Hall")).isEqualTo(LONG);
    }

    @Test
    void aPartThatWasTypedIsEnoughWhereOnlyOneHasIt() {
        assertThat(find("heads")).isEqualTo(USB);
        assertThat(find("VIRT")).isEqualTo(SECOND);
    }

    /// Another one may contain the id or the name of a device that was pulled.
    @Test
    void aPartOfWhatIsTakenBackIsNotEnough() {
        for (String text : List.of("heads", "USB", "alsa", "speakers.")) {
            assertThat(DeviceMatch.find(ALL, DeviceKind.OUTPUT, new DeviceId(text))).isEmpty();
        }
        assertThat(DeviceMatch.find(ALL, DeviceKind.OUTPUT, new DeviceId("USB Headset")))
                .contains(USB);
    }

    @Test
    void aTextThatMatchesSeveralDevicesOrNoneFindsNone() {
        for (String text : List.of("Null Output", "null", "speaker", "absent", "", " ")) {
            assertThat(DeviceMatch.find(ALL, DeviceKind.OUTPUT, DeviceId.typed(text))).isEmpty();
        }
        assertThat(DeviceMatch.find(ALL, DeviceKind.MICROPHONE, DeviceId.typed("speakers")))
                .isEmpty();
    }

    private static AudioDevice find(String text) {
        return DeviceMatch.find(ALL, DeviceKind.OUTPUT, DeviceId.typed(text)).orElseThrow();
    }

    private static AudioDevice output(String id, String name) {
        return new AudioDevice(new DeviceId(id), name, DeviceKind.OUTPUT, false);
    }
}
