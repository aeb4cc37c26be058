package org.tonewire.app.rtc.playout;

import dev.onvoid.webrtc.internal.NativeObject;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.rtc.sound.RenderPace;

/// Pulls received sound at an exact pace without any device: a thread of this program replaces the
/// timer of libwebrtc's headless module, which runs 0.6 % slow (decision 0052). Linux only.
final class PacedPlayout implements Playout {
    private static final Logger log = LoggerFactory.getLogger(PacedPlayout.class);

    private final AudioDeviceModuleBase module;
    private final ModuleCalls calls;

    private PacedPlayout(AudioDeviceModuleBase module, ModuleCalls calls) {
        this.module = module;
        this.calls = calls;
    }

    /// Empty when the native library has another layout than expected.
    static Optional<PacedPlayout> open(Executor starter, RenderPace pace) {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        AudioDeviceModuleBase module = new HeadlessAudioDeviceModule();
        Optional<ModuleCalls> calls = replaceFunctions(module, pace);
        if (calls.isEmpty()) {
            log.warn("The native library does not let received sound be paced exactly");
            module.dispose();
            return Optional.empty();
        }
        starter.execute(calls.get().thread()::begin);
        return Optional.of(new PacedPlayout(module, calls.get()));
    }

    /// Replaces the module's functions by those of [ModuleCalls].
    private static Optional<ModuleCalls> replaceFunctions(
            AudioDeviceModuleBase module, RenderPace pace) {
        Optional<ModuleSymbols> symbols = ModuleSymbols.find(SymbolLookup.loaderLookup());
        if (symbols.isEmpty()) {
            return Optional.empty();
        }
        MemorySegment object =
                MemorySegment.ofAddress(handle(module))
                        .reinterpret(ValueLayout.JAVA_LONG.byteSize());
        long functions = symbols.get().functions().address();
        if (object.get(ValueLayout.JAVA_LONG, 0) != functions) {
            return Optional.empty();
        }
        ModuleCalls calls = new ModuleCalls(symbols.get(), pace);
        object.set(ValueLayout.JAVA_LONG, 0, calls.functions().address());
        return Optional.of(calls);
    }

    private static long handle(AudioDeviceModuleBase module) {
        try {
            Field handle = NativeObject.class.getDeclaredField("nativeHandle");
            handle.setAccessible(true);
            return handle.getLong(module);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException("The binding keeps its handle elsewhere", bug);
        }
    }

    @Override
    public AudioDeviceModuleBase module() {
        return module;
    }

    @Override
    public boolean exactClock() {
        return true;
    }

    /// Does nothing: libwebrtc starts and stops the thread itself, at once.
    @Override
    public void keepPlaying() {}

    @Override
    public boolean close() {
        return calls.thread().close();
    }
}
