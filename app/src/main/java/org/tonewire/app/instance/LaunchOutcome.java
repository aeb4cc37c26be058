package org.tonewire.app.instance;

/// The outcome of a launch.
public sealed interface LaunchOutcome {
    /// This is the single instance; it receives further launches.
    record First(SingleInstance window) implements LaunchOutcome {}

    /// The single instance has taken over the request.
    record HandedOver() implements LaunchOutcome {}

    /// There is another instance, or the lock is unavailable: this window runs on its own.
    record Alone() implements LaunchOutcome {}
}
