package org.tonewire.app.audio.sdl;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.lwjgl.sdl.SDLAudio;
import org.lwjgl.system.MemoryUtil;
import org.tonewire.app.audio.output.Playback;
import org.tonewire.app.audio.output.PlaybackOpening;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A playback device of SDL, which follows the default by itself. Renders on SDL's thread of that
/// device.
public final class SdlPlayback implements Playback {
    private static final double SAFE_MILLIS = 6;
    private static final long LATENCY_MICROS = 10_000;
    private static final int CHUNK_SAMPLES = Renderer.MAX_SAMPLES / 2;

    private final SdlAudio sdl;
    private final SdlEntry entry;
    private final boolean followed;
    private final Consumer<Problem> onLost;
    private final Runnable noMoreChanges;
    private final float[] rendered = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];
    private final ByteBuffer bytes =
            BufferUtils.createByteBuffer(CHUNK_SAMPLES * SdlStream.BYTES_PER_SAMPLE);
    private final FloatBuffer floats = bytes.asFloatBuffer();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable SdlStream stream;
    private volatile @Nullable Renderer renderer;

    private SdlPlayback(SdlAudio sdl, SdlEntry entry, boolean followed, Consumer<Problem> onLost) {
        this.sdl = sdl;
        this.entry = entry;
        this.followed = followed;
        this.onLost = onLost;
        this.noMoreChanges = sdl.onChange(this::look);
    }

    /// Opens a device; blocks until the system accepts or refuses.
    public static PlaybackOpening open(
            SdlAudio sdl, OutputChoice choice, Consumer<Problem> onLost) {
        Optional<DeviceId> device = choice.chosen();
        Optional<SdlEntry> entry = sdl.find(DeviceKind.OUTPUT, device);
        if (entry.isEmpty()) {
            return new PlaybackOpening.Failed(
                    device.map(id -> DeviceMatch.problem(sdl.list(), DeviceKind.OUTPUT, id))
                            .orElseGet(() -> Problem.of(Reason.NO_OUTPUT_DEVICE)));
        }
        boolean followed = device.isEmpty();
        SdlPlayback playback = new SdlPlayback(sdl, entry.get(), followed, onLost);
        int number = followed ? SDLAudio.SDL_AUDIO_DEVICE_DEFAULT_PLAYBACK : entry.get().number();
        Optional<SdlStream> opened =
                sdl.call(() -> SdlStream.open(number, playback::wanted)).flatMap(some -> some);
        if (opened.isEmpty()) {
            playback.close();
            return new PlaybackOpening.Failed(SdlAudio.refused(playback.deviceName()));
        }
        playback.stream = opened.get();
        return new PlaybackOpening.Opened(playback);
    }

    /// Called by SDL on the device's thread when it needs that many more bytes.
    @SuppressWarnings({"unused", "UnusedVariable"})
    private void wanted(long data, long to, int additional, int total) {
        try {
            int samples = additional / SdlStream.BYTES_PER_SAMPLE;
            while (samples > 0) {
                int part = Math.min(samples, CHUNK_SAMPLES);
                Renderer source = renderer;
                if (source == null || over.get()) {
                    Arrays.fill(rendered, 0f);
                } else {
                    source.render(rendered, part);
                }
                floats.put(0, rendered, 0, part * AudioFormat.CHANNELS);
                SDLAudio.nSDL_PutAudioStreamData(
                        to, MemoryUtil.memAddress(bytes), part * SdlStream.BYTES_PER_SAMPLE);
                samples -= part;
            }
        } catch (Throwable _) {
            lose(Reason.INTERNAL);
        }
    }

    private void look() {
        if (followed ? !sdl.hasAny(DeviceKind.OUTPUT) : !sdl.has(entry)) {
            lose(Reason.DEVICE_GONE);
        }
    }

    private void lose(Reason reason) {
        if (over.compareAndSet(false, true)) {
            onLost.accept(new Problem(reason, entry.device().name()));
        }
    }

    @Override
    public String deviceName() {
        return followed
                ? sdl.find(DeviceKind.OUTPUT, Optional.empty())
                        .map(found -> found.device().name())
                        .orElse(entry.device().name())
                : entry.device().name();
    }

    @Override
    public Problem stalled() {
        return new Problem(Reason.DEVICE_STALLED, deviceName());
    }

    @Override
    public double safeMillis() {
        return SAFE_MILLIS;
    }

    @Override
    public long latencyMicros() {
        return LATENCY_MICROS;
    }

    @Override
    public void start(Renderer starting) {
        renderer = starting;
        SdlStream opened = stream;
        if (opened != null) {
            sdl.call(opened::resume);
        }
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
