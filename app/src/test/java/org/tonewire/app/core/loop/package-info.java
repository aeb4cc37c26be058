/// Virtual time for what runs on a session's thread.
@NullMarked
package org.tonewire.app.core.loop;

import org.jspecify.annotations.NullMarked;
