package org.tonewire.app.ui.model;

import java.util.function.Function;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.source.SourceOpener;

/// Opens devices for the sound check. In a room the session opens its own.
///
/// @param output creates an output that pulls the given mixer
public record TestDevices(SourceOpener sources, Function<Mixer, AudioOutput> output) {}
