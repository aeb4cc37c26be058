package org.tonewire.app.rtc.playout;

import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.rtc.sound.RenderPace;

/// Pulls received sound at the pace of an output device that plays silence, or by libwebrtc's timer
/// where there is no device. Playout starts before the first track, because a start with sound
/// waiting plays the backlog too fast. Calls into the device run on a separate thread, since they
/// may block.
final class DevicePlayout implements Playout {
    private static final Logger log = LoggerFactory.getLogger(DevicePlayout.class);

    private final AudioDeviceModuleBase module;
    private final boolean exactClock;
    private final Executor starter;
    private final PlayoutWatch watch;
    private final DeviceCalls calls = new DeviceCalls(System::nanoTime);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("playout-watch").unstarted(task));

    private DevicePlayout(
            AudioDeviceModuleBase module, boolean exactClock, Executor starter, RenderPace pace) {
        this.module = module;
        this.exactClock = exactClock;
        this.starter = starter;
        watch = new PlayoutWatch(pace, System::nanoTime);
        if (exactClock) {
            var _ = timer.scheduleWithFixedDelay(this::keepEven, 1, 1, TimeUnit.SECONDS);
        }
    }

    static DevicePlayout open(Executor starter, boolean deviceAvailable, RenderPace pace) {
        if (deviceAvailable) {
            try {
                return new DevicePlayout(new AudioDeviceModule(), true, starter, pace);
            } catch (RuntimeException | Error e) {
                log.info("No output device to pace received sound: {}", e.getMessage());
            }
        }
        return new DevicePlayout(new HeadlessAudioDeviceModule(), false, starter, pace);
    }

    @Override
    public AudioDeviceModuleBase module() {
        return module;
    }

    @Override
    public boolean exactClock() {
        return exactClock;
    }

    @Override
    public void keepPlaying() {
        calls.run(this::start);
    }

    /// Restarts playout when it has become uneven.
    private void keepEven() {
        if (watch.wantsRestart()) {
            log.info("Received sound is rendered unevenly: playout starts again");
            calls.run(() -> {
                module.stopPlayout();
                start();
            });
        }
    }

    @Override
    public boolean close() {
        timer.shutdownNow();
        return calls.close();
    }

    private void start() {
        starter.execute(() -> {
            module.initPlayout();
            module.startPlayout();
        });
    }
}
