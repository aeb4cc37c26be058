package org.tonewire.app.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

class ReopeningTest {
    private static final String LABEL = "Scarlett 2i2";
    private static final SourceOrigin CHOSEN =
            new SourceOrigin.Microphone(Optional.of(new DeviceId("usb-1")));
    private static final SourceOrigin NAMED =
            new SourceOrigin.Microphone(Optional.of(new DeviceId(LABEL)));

    @Test
    void theSameDeviceIsTriedWhileTheServerIsAway() {
        Reopening reopening = new Reopening(CHOSEN, LABEL);
        for (int i = 0; i < 100; i++) {
            assertThat(reopening.next()).isEqualTo(CHOSEN);
            reopening.failed(Problem.of(Reason.NO_SOUND_SERVER));
        }
    }

    @Test
    void whenTheServerIsBackWithoutTheDeviceADeviceOfThatNameIsTriedToo() {
        Reopening reopening = new Reopening(CHOSEN, LABEL);
        for (int i = 0; i <= Reopening.ABSENCES_ALLOWED; i++) {
            assertThat(reopening.next()).isEqualTo(CHOSEN);
            reopening.failed(Problem.of(Reason.NO_SUCH_DEVICE));
        }
        assertThat(reopening.next()).isEqualTo(NAMED);
        reopening.failed(Problem.of(Reason.NO_SUCH_DEVICE));
        assertThat(reopening.next()).isEqualTo(CHOSEN);
    }

    @Test
    void anotherDeviceWhoseNameOrIdFitsTooIsNotTaken() {
        assertThat(new Reopening(CHOSEN, LABEL).accepts(LABEL)).isTrue();
        assertThat(new Reopening(CHOSEN, LABEL).accepts(LABEL + " (3rd Gen)")).isFalse();
        SourceOrigin theDefault = new SourceOrigin.Microphone(Optional.empty());
        assertThat(new Reopening(theDefault, LABEL).accepts("Webcam")).isTrue();
    }

    /// The other one of two may have that number by now.
    @Test
    void aNumberedNameIsNotLookedFor() {
        Reopening reopening = new Reopening(CHOSEN, LABEL + " (1)");
        for (int i = 0; i < 20; i++) {
            assertThat(reopening.next()).isEqualTo(CHOSEN);
            reopening.failed(Problem.of(Reason.NO_SUCH_DEVICE));
        }
    }

    /// A part of a name may be in another device's name, too.
    @Test
    void whatWasTypedIsLookedForByItsWholeNameOnceItWasOpen() {
        SourceOrigin typed = new SourceOrigin.Microphone(Optional.of(DeviceId.typed("scarl")));
        assertThat(new Reopening(typed, "").next()).isEqualTo(typed);
        Reopening reopening = new Reopening(typed, LABEL);
        assertThat(reopening.next())
                .isEqualTo(new SourceOrigin.Microphone(Optional.of(new DeviceId("scarl"))));
        reopening.failed(Problem.of(Reason.NO_SUCH_DEVICE));
        assertThat(reopening.next()).isEqualTo(NAMED);
    }

    @Test
    void theDefaultStaysTheDefault() {
        SourceOrigin origin = new SourceOrigin.SystemAudio(Optional.empty());
        Reopening reopening = new Reopening(origin, LABEL);
        for (int i = 0; i < 10; i++) {
            assertThat(reopening.next()).isEqualTo(origin);
            reopening.failed(Problem.of(Reason.NO_SUCH_DEVICE));
        }
    }
}
