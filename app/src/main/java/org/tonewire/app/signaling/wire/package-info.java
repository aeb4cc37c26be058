/// The sockets under Tyrus: TCP, TLS and the upgrade, each with a limit of its own.
@NullMarked
package org.tonewire.app.signaling.wire;

import org.jspecify.annotations.NullMarked;
