/// The sockets under Tyrus: TCP, TLS and the upgrade, each with its own time limit.
@NullMarked
package org.tonewire.app.signaling.wire;

import org.jspecify.annotations.NullMarked;
