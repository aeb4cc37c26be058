/// The client families that Tonewire takes over from other servers, one class each. What they say
/// and hear is in `docs/PROTOCOL.md`.
@NullMarked
package org.tonewire.signaling.dialect.family;

import org.jspecify.annotations.NullMarked;
