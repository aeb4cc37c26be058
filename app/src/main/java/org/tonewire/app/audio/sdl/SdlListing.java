package org.tonewire.app.audio.sdl;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lwjgl.sdl.SDLAudio;
import org.lwjgl.sdl.SDLStdinc;
import org.lwjgl.system.MemoryUtil;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.UniqueNames;

/// Reads SDL's devices. SDL's numbers change when a device is plugged in again, so a device is
/// identified by its name, and by a count where a name occurs twice. SDL's thread.
final class SdlListing {
    /// Virtual devices whose output is an input again: the only way to capture what a Mac plays.
    private static final List<String> MAC_LOOPBACKS =
            List.of("blackhole", "soundflower", "loopback audio", "vb-cable");

    private final Map<String, Integer> seen = new HashMap<>();
    private final List<SdlEntry> entries = new ArrayList<>();

    private SdlListing() {}

    static List<SdlEntry> take() {
        SdlListing listing = new SdlListing();
        Set<String> outputs = listing.outputs();
        listing.inputs(outputs);
        listing.entries.sort(
                Comparator.comparing((SdlEntry entry) -> entry.device().kind())
                        .thenComparing(entry -> !entry.device().isDefault()));
        List<AudioDevice> named =
                UniqueNames.of(listing.entries.stream().map(SdlEntry::device).toList());
        return IntStream.range(0, named.size())
                .mapToObj(i -> new SdlEntry(listing.entries.get(i).number(), named.get(i)))
                .toList();
    }

    private Set<String> outputs() {
        String preferred =
                SDLAudio.SDL_GetAudioDeviceName(SDLAudio.SDL_AUDIO_DEVICE_DEFAULT_PLAYBACK);
        Map<Integer, String> found = named(SDLAudio.SDL_GetAudioPlaybackDevices());
        found.forEach((number, name) -> add(number, name, DeviceKind.OUTPUT, preferred));
        return Set.copyOf(found.values());
    }

    private void inputs(Set<String> outputs) {
        String output = SDLAudio.SDL_GetAudioDeviceName(SDLAudio.SDL_AUDIO_DEVICE_DEFAULT_PLAYBACK);
        String input = SDLAudio.SDL_GetAudioDeviceName(SDLAudio.SDL_AUDIO_DEVICE_DEFAULT_RECORDING);
        named(SDLAudio.SDL_GetAudioRecordingDevices())
                .forEach((number, name) -> {
                    boolean system = isLoopback(name, outputs);
                    DeviceKind kind = system ? DeviceKind.SYSTEM_AUDIO : DeviceKind.MICROPHONE;
                    add(number, name, kind, system ? output : input);
                });
    }

    /// On Windows, SDL lists the loopback of an output as an input of the same name.
    private static boolean isLoopback(String name, Set<String> outputs) {
        String driver = Objects.requireNonNullElse(SDLAudio.SDL_GetCurrentAudioDriver(), "");
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (driver) {
            case "wasapi" -> outputs.contains(name);
            case "coreaudio" -> MAC_LOOPBACKS.stream().anyMatch(lower::contains);
            default -> lower.startsWith("monitor of ");
        };
    }

    private static Map<Integer, String> named(@Nullable IntBuffer numbers) {
        Map<Integer, String> found = new java.util.LinkedHashMap<>();
        if (numbers == null) {
            return found;
        }
        for (int i = 0; i < numbers.remaining(); i++) {
            String name = SDLAudio.SDL_GetAudioDeviceName(numbers.get(i));
            if (name != null) {
                found.put(numbers.get(i), name);
            }
        }
        SDLStdinc.nSDL_free(MemoryUtil.memAddress(numbers));
        return found;
    }

    private void add(int number, String name, DeviceKind kind, @Nullable String preferred) {
        int count = seen.merge(kind + name, 1, Integer::sum);
        String id = count == 1 ? name : name + " #" + count;
        boolean first = entries.stream().noneMatch(entry -> entry.device().kind() == kind);
        boolean isDefault = preferred == null ? first : name.equals(preferred) && count == 1;
        entries.add(new SdlEntry(number, new AudioDevice(new DeviceId(id), name, kind, isDefault)));
    }
}
