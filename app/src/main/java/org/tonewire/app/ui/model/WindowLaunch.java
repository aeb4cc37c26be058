package org.tonewire.app.ui.model;

import org.tonewire.app.shell.LaunchRequests;
import org.tonewire.app.shell.WindowIntent;

/// How the window begins, is launched again, and ends.
///
/// @param intent the first action
/// @param later launches of the program while the window is open
/// @param closing called on the FX thread when the window is about to close
public record WindowLaunch(WindowIntent intent, LaunchRequests later, Runnable closing) {}
