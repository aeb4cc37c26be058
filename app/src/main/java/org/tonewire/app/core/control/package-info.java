/// Messages between participants on a link's `control` channel, without the server.
@NullMarked
package org.tonewire.app.core.control;

import org.jspecify.annotations.NullMarked;
