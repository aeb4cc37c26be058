package org.tonewire.app.ui.model;

import java.util.concurrent.Executor;

/// Where work runs.
///
/// @param fx the FX thread, which never blocks
/// @param background virtual threads for all that may take a while
public record UiThreads(Executor fx, Executor background) {}
