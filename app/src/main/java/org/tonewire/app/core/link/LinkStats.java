package org.tonewire.app.core.link;

import java.util.List;

/// A link's statistics at one moment (W3C webrtc-stats).
///
/// @param roundTripMillis of the chosen path; NaN while unknown
/// @param path the type of the chosen candidates: `host`, `srflx`, `prflx` or `relay` for each end,
///   like `host-relay`; empty while unknown
public record LinkStats(double roundTripMillis, String path, List<TrackCounters> tracks) {
    public LinkStats {
        tracks = List.copyOf(tracks);
    }

    /// Counters since the track's start; the sending side measures no jitter, loss or buffer.
    ///
    /// @param codec as negotiated, like `opus/48000/2;stereo=1;…`
    /// @param jitterMillis RFC 3550 interarrival jitter
    /// @param bufferMillis mean time a sample waited in the jitter buffer since the last statistics
    /// @param concealedSamples synthesized in place of lost ones
    /// @param stretchedSamples removed or inserted to keep the jitter buffer at its size
    public record TrackCounters(
            TrackId id,
            String codec,
            long packets,
            long bytes,
            long packetsLost,
            double jitterMillis,
            double bufferMillis,
            long concealedSamples,
            long stretchedSamples) {}
}
