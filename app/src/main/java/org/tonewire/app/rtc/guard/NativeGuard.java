package org.tonewire.app.rtc.guard;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wraps every callback from native code. A throwable that left a callback would end the process
/// (the binding turns it into a C++ exception that nothing catches), so all are caught here and
/// counted, and the first one is logged; one of an audio thread is logged by the next call of
/// another thread. Any thread.
public final class NativeGuard {
    private static final Logger log = LoggerFactory.getLogger(NativeGuard.class);

    private final AtomicLong failures = new AtomicLong();
    private final AtomicBoolean logged = new AtomicBoolean();
    private volatile @Nullable Throwable unlogged;

    /// Wraps an observer. For callbacks that return nothing and carry no audio: each call
    /// allocates.
    public <T> T around(Class<T> type, T observer) {
        Object guarded =
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            if (method.getDeclaringClass() == Object.class) {
                                return method.invoke(observer, arguments);
                            }
                            try {
                                method.invoke(observer, arguments);
                            } catch (InvocationTargetException e) {
                                failed(e.getTargetException());
                            } catch (Throwable e) {
                                failed(e);
                            }
                            logFirst();
                            return null;
                        });
        return type.cast(guarded);
    }

    /// Wraps a sink; allocates nothing.
    public AudioTrackSink aroundAudio(AudioTrackSink sink) {
        return (data, bits, rateHz, channels, frames) -> {
            try {
                sink.onData(data, bits, rateHz, channels, frames);
            } catch (Throwable e) {
                failed(e);
            }
        };
    }

    /// Counts a failure without logging: also for audio threads.
    public void failed(Throwable failure) {
        failures.incrementAndGet();
        if (unlogged == null) {
            unlogged = failure;
        }
    }

    public long failures() {
        return failures.get();
    }

    /// Logs the first failure, once. Not on audio threads.
    public void logFirst() {
        Throwable failure = unlogged;
        if (failure == null || !logged.compareAndSet(false, true)) {
            return;
        }
        try {
            log.warn("A native callback failed; further failures are only counted", failure);
        } catch (Throwable e) {
            failures.incrementAndGet();
        }
    }
}
