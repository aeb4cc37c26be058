package org.tonewire.app.audio.sdl;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.lwjgl.sdl.SDLAudio;
import org.lwjgl.system.MemoryUtil;
import org.tonewire.app.audio.thread.ClockCheck;
import org.tonewire.app.audio.thread.NativeFramer;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceStream;

/// A recording device, or the loopback of an output where the system has one. Frames come from
/// SDL's thread of that device.
public final class SdlCapture implements SourceStream {
    private static final int PIECE_BYTES = 1_024 * SdlStream.BYTES_PER_SAMPLE;

    private final SdlAudio sdl;
    private final SdlEntry entry;
    private final Runnable noMoreChanges;
    private final NativeFramer framer = new NativeFramer();
    private final ByteBuffer bytes = BufferUtils.createByteBuffer(PIECE_BYTES);
    private final MemorySegment piece = MemorySegment.ofBuffer(bytes);
    private final FrameSink counted = this::deliver;
    private final AtomicLong frames = new AtomicLong();
    private final ClockCheck clock = new ClockCheck();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable SdlStream stream;
    private volatile @Nullable FrameSink sink;
    private volatile @Nullable SourceListener listener;

    private SdlCapture(SdlAudio sdl, SdlEntry entry) {
        this.sdl = sdl;
        this.entry = entry;
        this.noMoreChanges = sdl.onChange(this::look);
    }

    /// Opens a device; blocks until the system accepts or refuses.
    ///
    /// @param device empty means the default
    public static SourceOpening open(SdlAudio sdl, DeviceKind kind, Optional<DeviceId> device) {
        Optional<SdlEntry> entry = sdl.find(kind, device);
        if (entry.isEmpty()) {
            return new SourceOpening.Failed(absent(sdl, kind, device));
        }
        SdlCapture capture = new SdlCapture(sdl, entry.get());
        boolean followed = device.isEmpty() && kind == DeviceKind.MICROPHONE;
        int number = followed ? SDLAudio.SDL_AUDIO_DEVICE_DEFAULT_RECORDING : entry.get().number();
        Optional<SdlStream> opened =
                sdl.call(() -> SdlStream.open(number, capture::captured)).flatMap(some -> some);
        if (opened.isEmpty()) {
            capture.close();
            return new SourceOpening.Failed(SdlAudio.refused(capture.label()));
        }
        capture.stream = opened.get();
        return new SourceOpening.Opened(capture);
    }

    private static Problem absent(SdlAudio sdl, DeviceKind kind, Optional<DeviceId> device) {
        if (device.isPresent()) {
            return DeviceMatch.problem(sdl.list(), kind, device.get());
        }
        return Problem.of(
                switch (kind) {
                    case MICROPHONE -> Reason.NO_INPUT_DEVICE;
                    case SYSTEM_AUDIO -> Reason.SYSTEM_AUDIO_UNSUPPORTED;
                    case OUTPUT -> Reason.NO_OUTPUT_DEVICE;
                });
    }

    /// Called by SDL on the device's thread when sound was captured.
    @SuppressWarnings({"unused", "UnusedVariable"})
    private void captured(long data, long from, int additional, int total) {
        try {
            int read =
                    SDLAudio.nSDL_GetAudioStreamData(
                            from, MemoryUtil.memAddress(bytes), PIECE_BYTES);
            while (read > 0) {
                framer.take(piece, 0, read / Float.BYTES, counted);
                read =
                        SDLAudio.nSDL_GetAudioStreamData(
                                from, MemoryUtil.memAddress(bytes), PIECE_BYTES);
            }
        } catch (Throwable _) {
            fail(Reason.INTERNAL);
        }
    }

    private void deliver(float[] frame, long position) {
        FrameSink to = sink;
        if (to != null && !over.get()) {
            to.accept(frame, position);
            frames.incrementAndGet();
            clock.frame(System.nanoTime());
        }
    }

    private void look() {
        if (!sdl.has(entry)) {
            fail(Reason.DEVICE_GONE);
        }
    }

    private void fail(Reason reason) {
        SourceListener current = listener;
        if (over.compareAndSet(false, true) && current != null) {
            current.failed(new Problem(reason, label()));
        }
    }

    @Override
    public String label() {
        return entry.device().name();
    }

    @Override
    public void start(FrameSink to, SourceListener receiver) {
        listener = receiver;
        sink = to;
        SdlStream opened = stream;
        if (opened != null) {
            sdl.call(opened::resume);
        }
    }

    @Override
    public SourcePosition position() {
        Duration elapsed = Duration.ofNanos(frames.get() * AudioFormat.FRAME_NANOS);
        return new SourcePosition(elapsed, Optional.empty());
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(frames.get(), 0, clock.errorPpm());
    }

    @Override
    public void close() {
        over.set(true);
        noMoreChanges.run();
        SdlStream opened = stream;
        stream = null;
        if (opened != null) {
            sdl.call(opened::close);
        }
    }
}
