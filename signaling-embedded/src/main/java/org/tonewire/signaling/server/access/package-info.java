/// Who may use a server at all, before any room is asked.
@NullMarked
package org.tonewire.signaling.server.access;

import org.jspecify.annotations.NullMarked;
