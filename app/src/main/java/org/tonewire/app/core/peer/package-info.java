/// One other participant: the two links with them, sealed offers and answers, the rules of a send
/// link, received tracks and their faders.
@NullMarked
package org.tonewire.app.core.peer;

import org.jspecify.annotations.NullMarked;
