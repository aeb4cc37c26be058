/// Invites: links that hold a room's address and secret.
@NullMarked
package org.tonewire.app.core.invite;

import org.jspecify.annotations.NullMarked;
