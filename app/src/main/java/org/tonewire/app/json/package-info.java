/// JSON codecs: reading with checks, and the messages of a link's control channel.
@NullMarked
package org.tonewire.app.json;

import org.jspecify.annotations.NullMarked;
