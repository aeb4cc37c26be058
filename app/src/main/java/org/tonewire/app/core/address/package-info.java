/// Addresses as people write and paste them.
@NullMarked
package org.tonewire.app.core.address;

import org.jspecify.annotations.NullMarked;
