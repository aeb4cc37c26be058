/// What an embedding program adds to a server: handlers for message types, taps for texts of data
/// channels, the WebRTC side of clients that offer by HTTP.
@NullMarked
package org.tonewire.signaling.extend;

import org.jspecify.annotations.NullMarked;
