package org.tonewire.testbed;

/// Which sound server a test runs on. PipeWire is what desktops run and the reference for figures.
public enum SoundServerKind {
    PIPEWIRE,
    PULSEAUDIO
}
