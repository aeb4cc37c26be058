package org.tonewire.app.core.source;

import org.tonewire.app.core.audio.FrameSink;

/// An opened source. It owns one thread, which delivers every frame at the pace of the device's
/// clock, or of the monotonic clock where there is no device.
public interface SourceStream extends AutoCloseable {
    /// The name to show: a device's name, a file's title or name.
    String label();

    /// Names the stream where the desktop's mixer shows it, if it does. Any thread.
    default void call(String name) {}

    /// Starts the thread. Called once.
    ///
    /// @param sink called for each frame from the source's thread
    /// @param listener called once at most, from the source's thread
    void start(FrameSink sink, SourceListener listener);

    /// The playing position. Any thread.
    SourcePosition position();

    /// Counters of delivered and missing frames since the start. Any thread.
    SourceHealth health();

    /// Ends the thread and waits for it (2 s at most): no frame is delivered after this returns.
    /// Idempotent.
    @Override
    void close();
}
