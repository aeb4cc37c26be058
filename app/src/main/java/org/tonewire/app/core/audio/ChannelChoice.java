package org.tonewire.app.core.audio;

/// What is sent of a source's two channels.
public enum ChannelChoice {
    /// Both as they come; of a voice, which is mono, their mean, or the one that carries it.
    BOTH,
    /// The first on both sides.
    LEFT,
    /// The second on both sides.
    RIGHT,
    /// The mean of both on both sides.
    MONO
}
