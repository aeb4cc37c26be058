/// The rules of rooms: membership, admission, routing of messages. Pure: events and time go in,
/// effects come out. No sockets, no JSON, no clock and no random numbers.
@NullMarked
package org.tonewire.signaling.room;

import org.jspecify.annotations.NullMarked;
