package org.tonewire.app.shell;

import java.util.List;

/// Facts about this computer.
///
/// @param facts versions and the like, one line each
/// @param log recent warnings and errors, one line each, oldest first
public record SystemReport(List<String> facts, List<String> log) {
    public SystemReport {
        facts = List.copyOf(facts);
        log = List.copyOf(log);
    }
}
