/// The server's side of WebRTC connections that clients offer by HTTP: data channels and no sound.
@NullMarked
package org.tonewire.app.rtc.hub;

import org.jspecify.annotations.NullMarked;
