/// The JSON form of what participants tell each other on a link's control channel.
@NullMarked
package org.tonewire.app.control;

import org.jspecify.annotations.NullMarked;
