package org.tonewire.app.core.problem;

/// Something outside this program that did not work.
///
/// @param reason what kind of failure
/// @param subject what it happened to, as a person would name it: a device, a file, an address; may
///   be empty. Never a secret.
public record Problem(Reason reason, String subject) {
    public static Problem of(Reason reason) {
        return new Problem(reason, "");
    }
}
