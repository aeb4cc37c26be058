/// The key to talk by.
@NullMarked
package org.tonewire.app.core.keys;

import org.jspecify.annotations.NullMarked;
