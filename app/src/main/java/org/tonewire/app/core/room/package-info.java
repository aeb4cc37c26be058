/// What a person or a program sees of a session in a room, and what it may ask of it: values and
/// one port. The interface and the command line know a session by this package alone.
@NullMarked
package org.tonewire.app.core.room;

import org.jspecify.annotations.NullMarked;
