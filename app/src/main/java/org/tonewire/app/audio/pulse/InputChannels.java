package org.tonewire.app.audio.pulse;

import java.util.List;
import org.tonewire.app.core.audio.AudioFormat;

/// The channels that a recording stream takes from a source: its first two, or its only one,
/// whatever the source calls them. PulseAudio finds them by their index; PipeWire ignores that flag
/// and finds them by the source's own names for them, which the stream therefore has too. A monitor
/// is mixed down to stereo by the server.
///
/// @param positions the names of the taken channels (`pa_channel_position_t`); empty where the
///   server mixes
record InputChannels(List<Integer> positions) {
    static final InputChannels MIXED = new InputChannels(List.of());

    static InputChannels of(ServerSnapshot.PulseDevice source) {
        List<Integer> all = source.channelMap();
        return source.monitor() || all.isEmpty()
                ? MIXED
                : new InputChannels(all.subList(0, Math.min(AudioFormat.CHANNELS, all.size())));
    }

    /// Whether the server makes stereo of all channels.
    boolean areMixed() {
        return positions.isEmpty();
    }

    /// The number of channels of the stream.
    int count() {
        return areMixed() ? AudioFormat.CHANNELS : positions.size();
    }
}
