package org.tonewire.app.rtc.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NativeGuardTest {
    private final NativeGuard guard = new NativeGuard();

    @Test
    void callsThatSucceedPassThrough() {
        List<String> seen = new ArrayList<>();
        PeerConnectionObserver guarded =
                guard.around(PeerConnectionObserver.class, candidate -> seen.add(candidate.sdpMid));
        guarded.onIceCandidate(new RTCIceCandidate("0", 0, "candidate"));
        guarded.onRenegotiationNeeded();
        assertThat(seen).containsExactly("0");
        assertThat(guard.failures()).isZero();
    }

    @Test
    void everyThrowableStaysInside() {
        List<Throwable> thrown =
                List.of(
                        new IllegalStateException(),
                        new StackOverflowError(),
                        new OutOfMemoryError("made up"),
                        new Exception("checked"));
        for (Throwable throwable : thrown) {
            SetSessionDescriptionObserver failing =
                    new SetSessionDescriptionObserver() {
                        @Override
                        public void onSuccess() {
                            throw sneaky(throwable);
                        }

                        @Override
                        public void onFailure(String error) {
                            throw sneaky(throwable);
                        }
                    };
            var guarded = guard.around(SetSessionDescriptionObserver.class, failing);
            guarded.onSuccess();
            guarded.onFailure("why");
        }
        assertThat(guard.failures()).isEqualTo(8);
    }

    @Test
    void anAudioCallThatThrowsIsCounted() {
        guard.aroundAudio(
                        (data, bits, rateHz, channels, frames) -> {
                            throw new AssertionError();
                        })
                .onData(new byte[0], 16, 48_000, 2, 0);
        assertThat(guard.failures()).isEqualTo(1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable throwable) throws T {
        throw (T) throwable;
    }
}
