package org.tonewire.app.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.tonewire.app.text.Wording;

/// Everything that the program hands to its window. It passes through JavaFX, which creates the
/// application, as one object; the window puts itself together from it and gives each of its
/// classes what that class uses.
///
/// @param sound called once, in the background, after the window shows
/// @param background runs blocking tasks, each on its own thread
public record WindowServices(
        WindowLaunch launch,
        Storage storage,
        DesktopServices desktop,
        Supplier<AudioServices> sound,
        Executor background,
        Wording wording) {}
