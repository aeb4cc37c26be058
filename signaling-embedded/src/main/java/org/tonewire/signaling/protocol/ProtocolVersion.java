package org.tonewire.signaling.protocol;

/// The version of the native protocol that this code speaks. It changes only when an older partner
/// could no longer understand; a new optional field is no new version.
public final class ProtocolVersion {
    public static final int CURRENT = 1;

    private ProtocolVersion() {}
}
