package org.tonewire.app.audio.sdl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lwjgl.sdl.SDLAudio;
import org.lwjgl.sdl.SDLError;
import org.lwjgl.sdl.SDLHints;
import org.lwjgl.sdl.SDLInit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// SDL 3's audio and its devices. One thread lists, opens, resumes and closes devices; SDL's own
/// thread of a device moves its sound. The list is read once a second: SDL keeps it up to date by
/// itself, while its events would have to be pumped on the window's thread.
public final class SdlAudio implements AudioDevices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SdlAudio.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 1_000;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sdl").factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<SdlEntry> entries = List.of();
    private volatile boolean running;

    public SdlAudio() {
        running = call(this::initialize).orElse(false);
        if (running) {
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean initialize() {
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_AUDIO_INCLUDE_MONITORS, "1");
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_AUDIO_DEVICE_SAMPLE_FRAMES, "240");
        if (!SDLInit.SDL_Init(SDLInit.SDL_INIT_AUDIO)) {
            LOG.debug("SDL has no audio: {}", SDLError.SDL_GetError());
            return false;
        }
        if (noSoundCard()) {
            SDLInit.SDL_QuitSubSystem(SDLInit.SDL_INIT_AUDIO);
            return false;
        }
        entries = SdlListing.take();
        return true;
    }

    /// ALSA lists a default device even where the computer has none at all.
    private static boolean noSoundCard() {
        boolean alsa = "alsa".equals(SDLAudio.SDL_GetCurrentAudioDriver());
        return alsa && !Files.exists(Path.of("/dev/snd"));
    }

    private void look() {
        try {
            List<SdlEntry> now = SdlListing.take();
            if (!now.equals(entries)) {
                entries = now;
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException bug) {
            LOG.error("Looking for devices failed", bug);
        }
    }

    /// Runs on SDL's thread and waits.
    <T> Optional<T> call(Callable<T> work) {
        try {
            return Optional.ofNullable(
                    thread.submit(work).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            LOG.warn("SDL does not answer");
        } catch (ExecutionException bug) {
            LOG.error("A call to SDL failed", bug.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /// The device to open: the chosen one, or the default.
    ///
    /// @param device empty means the default
    Optional<SdlEntry> find(DeviceKind kind, Optional<DeviceId> device) {
        if (device.isEmpty()) {
            return entries.stream()
                    .filter(entry -> entry.device().kind() == kind && entry.device().isDefault())
                    .findFirst();
        }
        return DeviceMatch.find(list(), kind, device.get())
                .flatMap(found ->
                        entries.stream().filter(entry -> entry.device().equals(found)).findFirst());
    }

    /// Whether a device is still there.
    boolean has(SdlEntry entry) {
        return entries.stream().anyMatch(present -> present.number() == entry.number());
    }

    /// Whether there is any device of that kind.
    boolean hasAny(DeviceKind kind) {
        return entries.stream().anyMatch(entry -> entry.device().kind() == kind);
    }

    /// The problem of the last failed call on SDL's thread: the device is busy, as far as SDL says.
    static Problem refused(String subject) {
        LOG.debug("SDL refused {}: {}", subject, SDLError.SDL_GetError());
        return new Problem(Reason.DEVICE_BUSY, subject);
    }

    @Override
    public List<AudioDevice> list() {
        return entries.stream().map(SdlEntry::device).toList();
    }

    @Override
    public Optional<Problem> unavailable() {
        boolean silent =
                !running || "dummy".equals(call(SDLAudio::SDL_GetCurrentAudioDriver).orElse(""));
        return silent ? Optional.of(Problem.of(Reason.NO_SOUND_SERVER)) : Optional.empty();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        if (running) {
            running = false;
            call(() -> {
                SDLInit.SDL_QuitSubSystem(SDLInit.SDL_INIT_AUDIO);
                return true;
            });
        }
        thread.shutdown();
    }
}
