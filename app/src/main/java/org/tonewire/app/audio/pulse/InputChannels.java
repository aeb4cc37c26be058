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
    /// libpulse makes no stream with a position beyond `PA_CHANNEL_POSITION_TOP_CENTER`.
    private static final int LAST_POSITION = 50;

    static final InputChannels MIXED = new InputChannels(List.of());

    static InputChannels of(ServerSnapshot.PulseDevice source) {
        List<Integer> all = source.channelMap();
        List<Integer> taken = all.subList(0, Math.min(AudioFormat.CHANNELS, all.size()));
        boolean known = taken.stream().allMatch(it -> it >= 0 && it <= LAST_POSITION);
        return source.monitor() || !known ? MIXED : new InputChannels(taken);
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
