package org.tonewire.app.core.room;

import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Statistics of one track over the last second, sent to or received from one participant. Values
/// that a side cannot know are NaN.
///
/// @param bitrateBps without RTP and network headers
/// @param lossPercent of the packets in this second
/// @param bufferMillis the jitter buffer's mean delay
/// @param queueMillis between the jitter buffer and the output device
/// @param concealedPercent of the samples in this second, synthesized for lost or late ones
/// @param stretchedPercent of the samples in this second, removed or inserted to keep the jitter
///   buffer's size
/// @param levels with the highest peaks of this second
/// @param path host, srflx, prflx or relay at each end; empty while unknown
public record TrackStats(
        IdentityKey participant,
        TrackId track,
        Direction direction,
        String codec,
        String path,
        double bitrateBps,
        double roundTripMillis,
        double jitterMillis,
        double lossPercent,
        double bufferMillis,
        double queueMillis,
        double concealedPercent,
        double stretchedPercent,
        Levels levels) {}
