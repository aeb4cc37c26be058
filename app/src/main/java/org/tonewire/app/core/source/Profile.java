package org.tonewire.app.core.source;

/// How a source is encoded and processed (RFC 6716 Opus, RFC 7587 parameters).
public enum Profile {
    /// Mono 64 kb/s, 20 ms packets, in-band FEC, echo cancellation, noise suppression, gain
    /// control.
    VOICE(64_000, 1, 20),
    /// Stereo 256 kb/s, 10 ms packets, untouched.
    MUSIC(256_000, 2, 10),
    /// Stereo 510 kb/s, 10 ms packets, untouched.
    STUDIO(510_000, 2, 10);

    private final int bitrateBps;
    private final int channels;
    private final int packetMillis;

    Profile(int bitrateBps, int channels, int packetMillis) {
        this.bitrateBps = bitrateBps;
        this.channels = channels;
        this.packetMillis = packetMillis;
    }

    public int bitrateBps() {
        return bitrateBps;
    }

    public int channels() {
        return channels;
    }

    public int packetMillis() {
        return packetMillis;
    }

    /// Whether the voice processing (echo, noise, gain) applies.
    public boolean processesVoice() {
        return this == VOICE;
    }
}
