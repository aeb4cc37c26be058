@NullMarked
package org.tonewire.app.core.mix;

import org.jspecify.annotations.NullMarked;
