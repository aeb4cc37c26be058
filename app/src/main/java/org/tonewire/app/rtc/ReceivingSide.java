package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.rtc.sound.RenderPace;

/// The factory for received sound. A device that plays silence paces it: tracks are pulled as the
/// device asks, and given to our sinks. Playout runs before the first track comes, because a start
/// with sound waiting plays the backlog too fast. Session thread.
final class ReceivingSide {
    private static final Logger log = LoggerFactory.getLogger(ReceivingSide.class);

    private final Executor starter;
    private final NativeFactory natives;
    private final boolean exactClock;
    private final RenderPace pace = new RenderPace(System::nanoTime);
    private final PlayoutWatch watch = new PlayoutWatch(pace, System::nanoTime);

    private ReceivingSide(Executor starter, NativeFactory natives, boolean exactClock) {
        this.starter = starter;
        this.natives = natives;
        this.exactClock = exactClock;
    }

    /// To be called by the starter.
    ///
    /// @param starter runs every later start of playout at once
    /// @param soundServer whether a device module may be made: without a sound server the native
    ///   code hangs or ends the process
    static ReceivingSide open(Executor starter, boolean soundServer) {
        if (soundServer) {
            try {
                return started(starter, new AudioDeviceModule(), true);
            } catch (RuntimeException | Error e) {
                log.info("No output device to pace received sound: {}", e.getMessage());
            }
        }
        return started(starter, new HeadlessAudioDeviceModule(), false);
    }

    /// The factory comes first: a module that plays already takes no factory to ask for sound.
    private static ReceivingSide started(
            Executor starter, AudioDeviceModuleBase module, boolean exactClock) {
        NativeFactory natives = NativeFactory.with(module);
        try {
            start(module);
            return new ReceivingSide(starter, natives, exactClock);
        } catch (RuntimeException | Error e) {
            natives.dispose();
            throw e;
        }
    }

    PeerConnectionFactory factory() {
        return natives.factory();
    }

    boolean exactClock() {
        return exactClock;
    }

    /// libwebrtc stops playout with the last track; the next one must find it running.
    void keepPlaying() {
        try {
            start();
        } catch (RuntimeException | Error e) {
            log.trace("Playout was running: {}", e.getMessage());
        }
    }

    /// For every track that is received.
    RenderPace pace() {
        return pace;
    }

    /// Starts playout anew where it has become uneven. Called about once a second.
    void keepEven() {
        if (exactClock && watch.wantsRestart()) {
            log.info("Received sound is rendered unevenly: playout starts anew");
            try {
                natives.module().stopPlayout();
                start();
            } catch (RuntimeException | Error e) {
                log.warn("Playout did not start anew: {}", e.getMessage());
            }
        }
    }

    /// After every connection.
    void close() {
        natives.dispose();
    }

    private void start() {
        starter.execute(() -> start(natives.module()));
    }

    private static void start(AudioDeviceModuleBase module) {
        module.initPlayout();
        module.startPlayout();
    }
}
