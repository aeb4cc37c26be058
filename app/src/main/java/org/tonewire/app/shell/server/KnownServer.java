package org.tonewire.app.shell.server;

import java.time.Instant;
import org.tonewire.app.core.host.ServerAddress;

/// A server on which a room was opened from here.
///
/// @param address with its certificate where the system does not know that, and the token that it
///   took
/// @param lastUsed when a room was opened there last
public record KnownServer(ServerAddress address, Instant lastUsed) {}
