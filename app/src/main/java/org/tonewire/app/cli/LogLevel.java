package org.tonewire.app.cli;

/// How much the log tells.
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
