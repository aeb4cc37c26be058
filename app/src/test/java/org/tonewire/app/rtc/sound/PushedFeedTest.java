package org.tonewire.app.rtc.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.guard.NativeGuard;
import org.tonewire.app.rtc.rig.Until;

final class PushedFeedTest {
    private final NativeGuard guard = new NativeGuard();
    private final AtomicInteger closes = new AtomicInteger();
    private final PushedFeed feed = new PushedFeed(guard, closes::incrementAndGet);
    private final AudioDeviceModule module = new AudioDeviceModule(AudioLayer.kDummyAudio);
    private final PeerConnectionFactory factory = new PeerConnectionFactory(module);
    private volatile boolean running = true;

    @AfterEach
    void close() {
        factory.dispose();
        module.dispose();
    }

    @Test
    void tapsAreAddedAndRemovedWhileTheSourcePushes() throws InterruptedException {
        AtomicLong pushed = new AtomicLong();
        Thread source = Thread.ofPlatform().start(() -> pushWildly(pushed));
        for (int i = 0; i < 300; i++) {
            FeedTap tap = tap();
            tap.open();
            assertThat(tap.shut()).isTrue();
            tap.dispose();
        }
        running = false;
        source.join();
        assertThat(guard.failures()).isZero();
        assertThat(pushed.get()).isPositive();
    }

    @Test
    void aFeedClosedWhileItsSourcePushesDropsFrames() throws InterruptedException {
        AtomicLong pushed = new AtomicLong();
        FeedTap tap = tap();
        tap.open();
        Thread source = Thread.ofPlatform().start(() -> pushWildly(pushed));
        Until.holds(() -> pushed.get() > 10, () -> "pushed " + pushed);
        feed.close();
        tap.dispose();
        long before = pushed.get();
        Until.holds(() -> pushed.get() > before + 10, () -> "pushed " + pushed);
        running = false;
        source.join();
        assertThat(guard.failures()).isZero();
        assertThat(closes).hasValue(1);
    }

    private FeedTap tap() {
        return new FeedTap(factory, feed, new TrackId("source"));
    }

    private void pushWildly(AtomicLong pushed) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        while (running) {
            feed.accept(frame, 480 * pushed.get());
            pushed.incrementAndGet();
        }
    }
}
