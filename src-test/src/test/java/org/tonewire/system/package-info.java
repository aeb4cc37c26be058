/// The whole of Tonewire as people use it: processes of their own, a real sound server, and what a
/// listener hears, recorded and measured.
@NullMarked
package org.tonewire.system;

import org.jspecify.annotations.NullMarked;
