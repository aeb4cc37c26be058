package org.tonewire.app.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tonewire.app.audio.DeviceSourceContract;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.testing.Eventually;

/// A microphone of a PulseAudio server.
@Tag("linux")
class PulseMicrophoneContractTest extends DeviceSourceContract {
    private static final String DESK = "front-left,front-right,rear-left,rear-right";

    /// Inputs of many kinds, a sine of which each channel gets its share.
    private static final List<Input> INPUTS =
            List.of(
                    new Input(DESK, 48_000, List.of(0, 100, 100, 100), false, true),
                    new Input("aux0,aux1,aux2,aux3", 192_000, List.of(0, 100, 0, 0), false, true),
                    new Input(
                            "lfe,rear-left,front-left", 48_000, List.of(0, 100, 100), false, true),
                    new Input("rear-left,lfe", 8_000, List.of(100, 0), true, false),
                    new Input("mono", 8_000, List.of(100), true, true),
                    new Input("aux3", 192_000, List.of(100), true, true));

    /// @param percent the volume of each channel
    private record Input(
            String channelMap, int rateHz, List<Integer> percent, boolean left, boolean right) {}

    PulseMicrophoneContractTest() {
        super(DeviceKind.MICROPHONE);
    }

    /// Every stream has a connection of its own.
    @Override
    protected SourceOpening open(DeviceKind source, Optional<DeviceId> device) {
        return PulseCapture.open(source, device);
    }

    /// One stream that follows the default, on one input after another.
    @Test
    void theFirstTwoInputsAreLeftAndRightAndTheOnlyOneIsBothByOneName() {
        Ears ears = new Ears();
        Optional<String> before = Optional.empty();
        try (SourceStream stream =
                ((SourceOpening.Opened) open(DeviceKind.MICROPHONE, Optional.empty())).stream()) {
            stream.call("Ann’s voice");
            stream.start(ears, ears);
            for (Input input : INPUTS) {
                String name = "input" + INPUTS.indexOf(input);
                List<String> channels = List.of(input.channelMap().split(","));
                String module = server.plugInput(name, channels, input.rateHz(), input.percent());
                before.ifPresent(server::unplugInput);
                before = Optional.of(module);
                Eventually.holds(
                        () -> stream.label().equals(name) && ears.hear(input),
                        () ->
                                "%s is %s, and is heard as %s"
                                        .formatted(input, stream.label(), ears));
            }
            Eventually.holds(
                    () -> server.streams().contains("media.name = \"Ann’s voice\""),
                    server::streams);
        }
        assertThat(ears.problem).isEmpty();
    }

    /// The level of the last frame.
    private static final class Ears implements FrameSink, SourceListener {
        /// The sine's own.
        private static final float LOUD = 0.5f;

        private volatile float left;
        private volatile float right;
        private volatile Optional<Problem> problem = Optional.empty();

        boolean hear(Input input) {
            return hears(input.left(), left) && hears(input.right(), right);
        }

        private static boolean hears(boolean loud, float peak) {
            return loud ? Math.abs(peak - LOUD) < LOUD / 10 : peak < LOUD / 1_000;
        }

        @Override
        public void accept(float[] frame, long position) {
            float peakLeft = 0;
            float peakRight = 0;
            for (int i = 0; i < frame.length; i += AudioFormat.CHANNELS) {
                peakLeft = Math.max(peakLeft, Math.abs(frame[i]));
                peakRight = Math.max(peakRight, Math.abs(frame[i + 1]));
            }
            left = peakLeft;
            right = peakRight;
        }

        @Override
        public void ended() {}

        @Override
        public void failed(Problem why) {
            problem = Optional.of(why);
        }

        @Override
        public String toString() {
            return left + " and " + right;
        }
    }
}
