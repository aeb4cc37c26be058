/// A server and members that lie, in front of the program.
@NullMarked
package org.tonewire.system.hostile;

import org.jspecify.annotations.NullMarked;
