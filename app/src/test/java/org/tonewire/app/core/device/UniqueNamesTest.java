package org.tonewire.app.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// Two equal interfaces, a desk, and a microphone that shares a name with an output.
class UniqueNamesTest {
    private static final List<AudioDevice> DEVICES =
            UniqueNames.of(
                    List.of(
                            output("usb.2", "USB Audio"),
                            output("desk", "Mixing Desk"),
                            output("usb.1", "USB Audio"),
                            new AudioDevice(
                                    new DeviceId("mic"),
                                    "USB Audio",
                                    DeviceKind.MICROPHONE,
                                    false)));

    @Test
    void everyListedNameIsUniqueWithinItsKindAndFindsItsDevice() {
        assertThat(DEVICES)
                .extracting(AudioDevice::name)
                .containsExactly("USB Audio (2)", "Mixing Desk", "USB Audio (1)", "USB Audio");
        assertThat(DEVICES)
                .allSatisfy(device -> {
                    assertThat(find(device.kind(), device.name())).isEqualTo(device.id().value());
                    assertThat(find(device.kind(), device.id().value()))
                            .isEqualTo(device.id().value());
                });
    }

    @Test
    void aNameThatSeveralHaveIsSaidWithTheirIds() {
        assertThat(problem("USB Audio"))
                .isEqualTo(
                        new Problem(
                                Reason.SEVERAL_DEVICES,
                                "USB Audio (2) = usb.2, USB Audio (1) = usb.1"));
        assertThat(problem("Desc")).isEqualTo(new Problem(Reason.NO_SUCH_DEVICE, "Desc"));
    }

    private static Problem problem(String wanted) {
        return DeviceMatch.problem(DEVICES, DeviceKind.OUTPUT, DeviceId.typed(wanted));
    }

    private static String find(DeviceKind kind, String wanted) {
        return DeviceMatch.find(DEVICES, kind, DeviceId.typed(wanted))
                .map(device -> device.id().value())
                .orElse("");
    }

    private static AudioDevice output(String id, String name) {
        return new AudioDevice(new DeviceId(id), name, DeviceKind.OUTPUT, false);
    }
}
