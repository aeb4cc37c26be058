package org.tonewire.app.ui.model;

import java.util.concurrent.Executor;

/// The executors of the window.
///
/// @param fx the FX thread, which must never block
/// @param background virtual threads for blocking tasks
public record UiThreads(Executor fx, Executor background) {}
