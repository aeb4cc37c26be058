/// The dialects of the client families that other servers introduced, one class each.
/// `docs/PROTOCOL.md` specifies them.
@NullMarked
package org.tonewire.signaling.dialect.family;

import org.jspecify.annotations.NullMarked;
