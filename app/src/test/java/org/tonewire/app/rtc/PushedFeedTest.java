package org.tonewire.app.rtc;

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

final class PushedFeedTest {
    private final NativeGuard guard = new NativeGuard();
    private final AtomicInteger closes = new AtomicInteger();
    private final PushedFeed feed = new PushedFeed(guard, closes::incrementAndGet);
    private final NativeFactory natives =
            NativeFactory.with(new AudioDeviceModule(AudioLayer.kDummyAudio));
    private volatile boolean running = true;

    @AfterEach
    void close() {
        natives.dispose();
    }

    @Test
    void tapsComeAndGoUnderAPushingSource() throws InterruptedException {
        AtomicLong pushed = new AtomicLong();
        Thread source = Thread.ofPlatform().start(() -> pushWildly(pushed));
        for (int i = 0; i < 300; i++) {
            FeedTap tap = tap(natives.factory());
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
    void aFeedClosedUnderItsSourceTakesFramesAndDropsThem() throws InterruptedException {
        AtomicLong pushed = new AtomicLong();
        FeedTap tap = tap(natives.factory());
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

    private FeedTap tap(PeerConnectionFactory factory) {
        return new FeedTap(factory, feed, new TrackId("source"));
    }

    private void pushWildly(AtomicLong pushed) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        while (running) {
            feed.accept(frame);
            pushed.incrementAndGet();
        }
    }
}
