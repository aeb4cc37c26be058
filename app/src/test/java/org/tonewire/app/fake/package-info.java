/// One fake for each port of a session. None starts a thread; what they tell comes as the port
/// promises.
@NullMarked
package org.tonewire.app.fake;

import org.jspecify.annotations.NullMarked;
