/// One fake for each port of a session. None starts a thread; what they report comes as the port
/// promises, which a contract test holds. A stub that only fails, blocks or counts for one test
/// stays in that test.
@NullMarked
package org.tonewire.app.fake;

import org.jspecify.annotations.NullMarked;
