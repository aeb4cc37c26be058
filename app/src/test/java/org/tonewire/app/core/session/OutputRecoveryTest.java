package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.ManualLoop;

/// An output that is lost, refused or stands still, and comes back.
final class OutputRecoveryTest {
    private static final AudioDevice HEADSET = device("headset");
    private static final AudioDevice SPEAKERS = device("speakers");
    private static final OutputChoice DEFAULT = new OutputChoice.SystemDefault();
    private static final Problem NO_SERVER = Problem.of(Reason.NO_SOUND_SERVER);
    private static final Problem SERVER_GONE = Problem.of(Reason.SOUND_SERVER_GONE);
    private static final Problem STUCK = Problem.of(Reason.SOUND_SERVER_STUCK);
    private static final Problem PULLED = new Problem(Reason.DEVICE_GONE, "headset");
    private static final Problem NONE = Problem.of(Reason.NO_OUTPUT_DEVICE);

    private final ManualLoop loop = new ManualLoop();
    private final List<SessionEvent> events = new ArrayList<>();
    private final SessionOutput sessionOutput = new SessionOutput(loop, events::add);
    private final FakeOutput output = new FakeOutput(new AudioDevice[0]);

    @Test
    void aChoiceThatFailsDoesNotEndTheSearchForTheChoiceBefore() {
        begin(DEFAULT);
        use(chosen(SPEAKERS));
        assertThat(problem()).contains(new Problem(Reason.NO_SUCH_DEVICE, "speakers"));

        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(3));

        assertThat(device()).isEqualTo("headset");
        assertThat(problem()).isEmpty();
    }

    @Test
    void aDeviceChosenWhileTheServerIsAwayIsUsedWhenItIsBack() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        output.fail(NO_SERVER);
        begin(DEFAULT);
        use(chosen(SPEAKERS));
        loop.pass(Duration.ofMinutes(1));
        assertThat(problem()).contains(NO_SERVER);

        output.work();
        loop.pass(Duration.ofSeconds(3));

        assertThat(device()).isEqualTo("speakers");
        assertThat(sessionOutput.view().choice()).isEqualTo(chosen(SPEAKERS));
    }

    @Test
    void aDeviceChosenMeanwhileReplacesTheOneThatComesBackByItself() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(chosen(HEADSET));
        output.fail(NO_SERVER);
        output.unplug(HEADSET, SERVER_GONE);
        loop.settle();
        use(chosen(SPEAKERS));

        output.work();
        output.plug(HEADSET);
        assertThat(device()).isEqualTo("headset");
        loop.pass(Duration.ofSeconds(3));

        assertThat(device()).isEqualTo("speakers");
        assertThat(problem()).isEmpty();
    }

    @Test
    void theProblemOfADeviceThatWasPulledGoesWhenItIsBack() {
        output.plug(HEADSET);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, PULLED);
        loop.pass(Duration.ofSeconds(1));
        assertThat(problem()).contains(NONE);

        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(3));

        assertThat(problem()).isEmpty();
        assertThat(events.getLast())
                .isEqualTo(new SessionEvent.OutputChanged("headset", Optional.empty()));
    }

    @Test
    void theDefaultReplacesADeviceThatDoesNotComeBackThoughItWasChosenAgain() {
        output.plug(HEADSET);
        begin(chosen(HEADSET));
        output.fail(NO_SERVER);
        output.unplug(HEADSET, SERVER_GONE);
        loop.settle();
        use(chosen(HEADSET));

        output.work();
        output.plug(SPEAKERS);
        loop.pass(Duration.ofSeconds(15));

        assertThat(device()).isEqualTo("speakers");
        assertThat(sessionOutput.view().choice()).isEqualTo(chosen(HEADSET));

        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(3));
        assertThat(device()).isEqualTo("headset");
    }

    @Test
    void aDeviceThatWasPulledStaysChosenAndIsTakenAgain() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, PULLED);
        loop.pass(Duration.ofMinutes(5));
        assertThat(device()).isEqualTo("speakers");
        assertThat(sessionOutput.view().choice()).isEqualTo(chosen(HEADSET));
        assertThat(problem()).isEmpty();

        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(2));

        assertThat(device()).isEqualTo("headset");
    }

    @Test
    void aDeviceThatReturnsUnderAnotherIdIsTakenByItsName() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, PULLED);
        loop.pass(Duration.ofSeconds(3));

        AudioDevice elsewhere =
                new AudioDevice(new DeviceId("port-2"), "headset", DeviceKind.OUTPUT, false);
        output.plug(elsewhere);
        loop.pass(Duration.ofSeconds(3));

        assertThat(device()).isEqualTo("headset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"headset", "heads"})
    void anotherDeviceWhoseNameContainsItsIsNotTakenForIt(String typed) {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(new OutputChoice.Chosen(DeviceId.typed(typed)));
        assertThat(device()).isEqualTo("headset");
        output.unplug(HEADSET, PULLED);
        output.plug(device("headset of another"));
        loop.pass(Duration.ofMinutes(1));
        assertThat(device()).isEqualTo("speakers");

        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(3));
        assertThat(device()).isEqualTo("headset");
    }

    @Test
    void theNameOfTheDeviceBeforeIsNotLookedForInThePlaceOfAnother() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(chosen(HEADSET));
        output.fail(NO_SERVER);
        output.unplug(SPEAKERS, SERVER_GONE);
        output.unplug(HEADSET, SERVER_GONE);
        loop.settle();
        use(chosen(device("desk")));

        output.work();
        output.plug(SPEAKERS);
        loop.pass(Duration.ofSeconds(15));
        assertThat(device()).isEqualTo("speakers");
        output.plug(HEADSET);
        loop.pass(Duration.ofMinutes(1));

        assertThat(device()).isEqualTo("speakers");
        assertThat(sessionOutput.view().choice()).isEqualTo(chosen(device("desk")));
    }

    @Test
    void whatIsChosenWhileTheDefaultStandsInStays() {
        AudioDevice desk = device("desk");
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        output.plug(desk);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, PULLED);
        loop.settle();
        use(chosen(desk));

        output.plug(HEADSET);
        loop.pass(Duration.ofMinutes(1));

        assertThat(device()).isEqualTo("desk");
    }

    @Test
    void theNextDefaultStandsInWhereThatIsLostToo() {
        AudioDevice desk = device("desk");
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, PULLED);
        loop.pass(Duration.ofSeconds(3));
        output.unplug(SPEAKERS, PULLED);
        loop.pass(Duration.ofSeconds(3));
        assertThat(problem()).contains(NONE);

        output.plug(desk);
        loop.pass(Duration.ofSeconds(15));
        assertThat(device()).isEqualTo("desk");
        output.plug(HEADSET);
        loop.pass(Duration.ofSeconds(3));

        assertThat(device()).isEqualTo("headset");
    }

    @Test
    void aComputerLeftWithoutOutputsIsReportedOnceAndLookedAfter() {
        output.plug(HEADSET);
        begin(chosen(HEADSET));
        output.unplug(HEADSET, SERVER_GONE);
        loop.pass(Duration.ofMinutes(10));
        assertThat(problems()).containsExactly(SERVER_GONE, NONE);

        output.plug(SPEAKERS);
        loop.pass(Duration.ofSeconds(15));

        assertThat(device()).isEqualTo("speakers");
    }

    @Test
    void noOutputIsNotLookedFor() {
        begin(new OutputChoice.None());
        use(chosen(SPEAKERS));
        loop.pass(Duration.ofMinutes(1));

        assertThat(output.uses).hasSize(2);
    }

    @Test
    void aServerThatIsStuckIsShownBeforeAnOlderProblem() {
        play(HEADSET);
        use(chosen(SPEAKERS));
        Problem absent = new Problem(Reason.NO_SUCH_DEVICE, "speakers");
        assertThat(problem()).contains(absent);

        look(6);
        assertThat(problem()).contains(STUCK);
        output.pull();
        look(1);

        assertThat(problem()).contains(absent);
    }

    @Test
    void aChoiceThatFailsOnAStuckServerLeavesNothingBehind() {
        play(HEADSET);
        look(6);
        output.fail(NO_SERVER);
        use(chosen(SPEAKERS));
        look(3);
        assertThat(problem()).contains(STUCK);
        assertThat(problems()).containsExactly(STUCK, STUCK);

        output.pull();
        look(1);

        assertThat(problem()).isEmpty();
        assertThat(device()).isEqualTo("headset");
    }

    @Test
    void aStuckDeviceStaysStuckWhileItIsReplacedAndTheNextHasItsOwnTime() {
        output.plug(SPEAKERS);
        play(HEADSET);
        look(6);
        events.clear();
        output.hold();
        use(chosen(SPEAKERS));
        look(3);
        assertThat(problem()).contains(STUCK);
        assertThat(events).isEmpty();

        output.release();
        loop.settle();
        assertThat(problem()).isEmpty();
        look(4);
        assertThat(problem()).isEmpty();
        look(1);
        assertThat(problem()).contains(STUCK);
    }

    @Test
    void aChangeThatThrowsIsReportedAndTheDeviceInUseStaysWatched() {
        play(HEADSET);
        output.breakDown();
        use(chosen(SPEAKERS));
        assertThat(problems()).containsExactly(Problem.of(Reason.INTERNAL));
        assertThat(device()).isEqualTo("headset");
        assertThat(sessionOutput.view().choice()).isEqualTo(chosen(HEADSET));

        look(6);
        assertThat(problem()).contains(STUCK);
    }

    @Test
    void aDefaultThatMovesByItselfIsReported() {
        output.plug(HEADSET);
        output.plug(SPEAKERS);
        begin(DEFAULT);
        output.unplug(HEADSET, PULLED);
        look(1);

        assertThat(events)
                .containsExactly(
                        new SessionEvent.OutputChanged("headset", Optional.empty()),
                        new SessionEvent.OutputChanged("speakers", Optional.empty()));
    }

    private void begin(OutputChoice choice) {
        sessionOutput.choose(choice);
        sessionOutput.open(output.playing(sessionOutput.mixer()));
        loop.settle();
    }

    /// Sound flows on this device.
    private void play(AudioDevice device) {
        output.plug(device);
        begin(chosen(device));
        output.pull();
        look(1);
    }

    private void use(OutputChoice choice) {
        sessionOutput.use(choice);
        loop.settle();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            sessionOutput.watch();
        }
    }

    private Optional<Problem> problem() {
        return sessionOutput.view().problem();
    }

    private String device() {
        return sessionOutput.view().deviceName();
    }

    private List<Problem> problems() {
        return events.stream()
                .filter(SessionEvent.ProblemOccurred.class::isInstance)
                .map(event -> ((SessionEvent.ProblemOccurred) event).problem())
                .toList();
    }

    private static OutputChoice chosen(AudioDevice device) {
        return new OutputChoice.Chosen(device.id());
    }

    private static AudioDevice device(String name) {
        return new AudioDevice(new DeviceId(name), name, DeviceKind.OUTPUT, false);
    }
}
