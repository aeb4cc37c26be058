/// Checks the STUN and TURN servers of the settings before a link uses them: native code ends the
/// process at an address or a login that it does not understand.
@NullMarked
package org.tonewire.app.core.ice;

import org.jspecify.annotations.NullMarked;
