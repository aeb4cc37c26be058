@NullMarked
package org.tonewire.app.core.trust;

import org.jspecify.annotations.NullMarked;
