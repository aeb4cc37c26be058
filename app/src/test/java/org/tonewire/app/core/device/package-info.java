@NullMarked
package org.tonewire.app.core.device;

import org.jspecify.annotations.NullMarked;
