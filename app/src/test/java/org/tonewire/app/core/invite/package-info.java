@NullMarked
package org.tonewire.app.core.invite;

import org.jspecify.annotations.NullMarked;
