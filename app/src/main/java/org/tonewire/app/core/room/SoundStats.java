package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceId;

/// Statistics of sound inside this computer: what is lost or late between a source's device and the
/// links, and between the links and the output device.
///
/// @param sources the sources that are open
/// @param queues the received tracks, each with its queue before the output device
/// @param exactClock whether received sound is pulled at an exact pace; false means that long
///   streams may be stretched a little
/// @param callbackFailures callbacks from native code that failed and were caught, since the
///   session began
public record SoundStats(
        List<SourceStats> sources,
        List<QueueStats> queues,
        boolean exactClock,
        long callbackFailures) {
    public static final SoundStats NONE = new SoundStats(List.of(), List.of(), true, 0);

    public SoundStats {
        sources = List.copyOf(sources);
        queues = List.copyOf(queues);
    }

    /// @param channels what is sent of its two channels
    public record SourceStats(SourceId source, SourceHealth health, ChannelChoice channels) {}

    /// Counters since the track was added.
    ///
    /// @param queueMillis sound received and not played yet, the output device's own queue included
    /// @param underruns times the queue ran dry while the track played
    /// @param lostFrames frames of 10 ms thrown away because the queue was far too deep
    /// @param driftPpm how much faster the track's clock runs than that of the output device, in
    ///   parts per million; 0 until it is measured
    public record QueueStats(
            TrackKey track, double queueMillis, long underruns, long lostFrames, double driftPpm) {}
}
