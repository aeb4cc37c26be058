package org.tonewire.app.rtc.sdp;

import org.tonewire.app.core.source.Profile;

/// The encoding parameters of a section's Opus stream (RFC 7587 section 6.1).
record OpusTerms(int bitrateBps, int channels, int packetMillis, boolean correctsErrors) {
    static OpusTerms of(Profile profile) {
        return new OpusTerms(
                profile.bitrateBps(),
                profile.channels(),
                profile.packetMillis(),
                profile.processesVoice());
    }

    /// The value of the `fmtp` attribute.
    String formatParameters() {
        int stereo = channels == 2 ? 1 : 0;
        return "minptime=10;useinbandfec=%d;stereo=%d;sprop-stereo=%d;maxaveragebitrate=%d;usedtx=0"
                .formatted(correctsErrors ? 1 : 0, stereo, stereo, bitrateBps);
    }
}
