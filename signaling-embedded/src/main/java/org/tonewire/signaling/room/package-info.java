/// The rules of rooms: who is in, who may enter, who hears what. Pure: events and time come in,
/// effects come out; no wire, no socket, no JSON, no clock and no random source of its own.
@NullMarked
package org.tonewire.signaling.room;

import org.jspecify.annotations.NullMarked;
