package org.tonewire.app.media.pace;

/// The sizes of a [BufferedFrameSource].
///
/// @param capacityMillis the fill at which the producer has to wait
/// @param resumeMillis the fill at which sound starts, and starts again after an underrun
/// @param live whether the sound is live: what arrives late is skipped, so that the delay does not
///   grow with every gap
public record Buffering(int capacityMillis, int resumeMillis, boolean live) {
    /// A file on this computer: decoded far ahead, and started at once.
    public static final Buffering FILE = new Buffering(1_000, 10, false);

    /// A file from the network.
    public static final Buffering REMOTE_FILE = new Buffering(5_000, 500, false);

    /// Radio.
    public static final Buffering RADIO = new Buffering(5_000, 500, true);

    /// Another program's output, with little delay.
    public static final Buffering PIPE = new Buffering(300, 40, false);
}
