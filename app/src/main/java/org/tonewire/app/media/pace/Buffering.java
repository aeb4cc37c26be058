package org.tonewire.app.media.pace;

/// How a [BufferedFrameSource] holds what comes in.
///
/// @param capacityMillis where the producer has to wait
/// @param resumeMillis what must have come in before sound starts, and starts again after it ran
///   dry
/// @param live the sound is made while it is heard: what arrives late is skipped, so that the
///   distance to its maker does not grow with every gap
public record Buffering(int capacityMillis, int resumeMillis, boolean live) {
    /// A file on this computer: far ahead, and on at once.
    public static final Buffering FILE = new Buffering(1_000, 10, false);

    /// A file that comes over the network.
    public static final Buffering REMOTE_FILE = new Buffering(5_000, 500, false);

    /// Radio.
    public static final Buffering RADIO = new Buffering(5_000, 500, true);

    /// Another program's output: close behind it.
    public static final Buffering PIPE = new Buffering(300, 40, false);
}
