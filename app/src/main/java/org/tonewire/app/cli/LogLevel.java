package org.tonewire.app.cli;

/// Verbosity of the log.
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
