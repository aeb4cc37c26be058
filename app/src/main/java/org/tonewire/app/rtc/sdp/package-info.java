/// Checks of session descriptions and candidates, and the Opus parameters in them (RFC 8866, RFC
/// 7587). Pure text, no native code.
@NullMarked
package org.tonewire.app.rtc.sdp;

import org.jspecify.annotations.NullMarked;
