package org.tonewire.signaling.protocol;

/// The version of the native protocol that this code implements. It is raised only if an older
/// client or server could no longer work with a newer one; a new optional field does not raise it.
public final class ProtocolVersion {
    public static final int CURRENT = 2;

    private ProtocolVersion() {}
}
