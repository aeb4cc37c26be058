package org.tonewire.app.shell;

import java.util.List;

/// What is known of this computer.
///
/// @param facts versions and the like, a line each
/// @param log its last warnings and errors, a line each, oldest first
public record SystemReport(List<String> facts, List<String> log) {
    public SystemReport {
        facts = List.copyOf(facts);
        log = List.copyOf(log);
    }
}
