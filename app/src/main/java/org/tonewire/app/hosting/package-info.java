/// Runs the signaling server inside this program: for one room, or for whoever comes.
@NullMarked
package org.tonewire.app.hosting;

import org.jspecify.annotations.NullMarked;
