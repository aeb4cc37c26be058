/// What is said about Opus in session descriptions (RFC 8866, RFC 7587). Pure text, no native code.
@NullMarked
package org.tonewire.app.rtc.sdp;

import org.jspecify.annotations.NullMarked;
