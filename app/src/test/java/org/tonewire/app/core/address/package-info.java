@NullMarked
package org.tonewire.app.core.address;

import org.jspecify.annotations.NullMarked;
