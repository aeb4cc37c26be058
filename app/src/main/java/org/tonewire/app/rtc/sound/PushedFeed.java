package org.tonewire.app.rtc.sound;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.rtc.guard.NativeGuard;

/// Copies a local track's frames to every link that offers it.
///
/// libwebrtc's pushed source keeps its list of sinks without a lock: adding a sender to it while a
/// frame is pushed is a data race. So every link has its own source (a [FeedTap]), connected before
/// its first frame and disconnected after its last. [#accept(float[], long)] belongs to the source
/// thread and never waits; the session thread waits until a running push has returned.
public final class PushedFeed implements TrackFeed {
    private static final FeedTap[] NONE = {};
    private static final long POLL_NANOS = 100_000;
    private static final int MAX_POLLS = 10_000;
    private static final int NO_PUSH = -1;

    private final byte[] samples = new byte[AudioFormat.FRAME_VALUES * 2];
    private final NativeGuard guard;
    private final Runnable onClose;

    /// Odd while a frame is being pushed.
    private final AtomicInteger pushCounter = new AtomicInteger();

    private volatile FeedTap[] taps = NONE;

    /// The push that was given up as blocked: it is not waited for again.
    private int blockedPush = NO_PUSH;

    public PushedFeed(NativeGuard guard, Runnable onClose) {
        this.guard = guard;
        this.onClose = onClose;
    }

    @Override
    public void accept(float[] frame, long position) {
        pushCounter.incrementAndGet();
        try {
            FeedTap[] current = taps;
            if (current.length > 0) {
                Pcm16.pack(frame, samples);
                for (FeedTap tap : current) {
                    tap.push(samples);
                }
            }
        } catch (Throwable e) {
            guard.failed(e);
        } finally {
            pushCounter.incrementAndGet();
        }
    }

    void add(FeedTap tap) {
        FeedTap[] longer = Arrays.copyOf(taps, taps.length + 1);
        longer[longer.length - 1] = tap;
        taps = longer;
    }

    /// Removes a tap; no frame reaches it after this returned true.
    boolean remove(FeedTap tap) {
        taps = Arrays.stream(taps).filter(other -> other != tap).toArray(FeedTap[]::new);
        return awaitPush();
    }

    @Override
    public void close() {
        taps = NONE;
        awaitPush();
        onClose.run();
    }

    /// Waits for a running push; false when it is blocked in native code for at least a second.
    private boolean awaitPush() {
        int seen = pushCounter.get();
        for (int i = 0; (seen & 1) == 1 && pushCounter.get() == seen; i++) {
            if (i == MAX_POLLS || seen == blockedPush) {
                blockedPush = seen;
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
