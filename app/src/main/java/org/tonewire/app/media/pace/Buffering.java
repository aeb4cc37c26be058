package org.tonewire.app.media.pace;

/// The sizes of a [BufferedFrameSource].
///
/// @param capacityMillis the fill at which the producer has to wait
/// @param resumeMillis the fill at which sound starts, and starts again after an underrun
/// @param live whether the sound is live: what arrives late is skipped, so that the delay does not
///   grow with every gap
/// @param holdMillis how much longer it waits after an underrun, as what comes next may be as late
public record Buffering(int capacityMillis, int resumeMillis, boolean live, int holdMillis) {
    /// A file on this computer: decoded far ahead, and started at once.
    public static final Buffering FILE = new Buffering(1_000, 10, false);

    /// A file from the network.
    public static final Buffering REMOTE_FILE = new Buffering(5_000, 500, false);

    /// A list of segments, which come as whole seconds of sound: what is skipped of one is missing
    /// until the next one comes.
    public static final Buffering SEGMENTS = new Buffering(5_000, 500, false, 1_000);

    /// Radio.
    public static final Buffering RADIO = new Buffering(5_000, 500, true);

    /// Another program's output, with little delay.
    public static final Buffering PIPE = new Buffering(300, 40, false);

    /// Goes on after an underrun as soon as there is enough.
    public Buffering(int capacityMillis, int resumeMillis, boolean live) {
        this(capacityMillis, resumeMillis, live, 0);
    }
}
