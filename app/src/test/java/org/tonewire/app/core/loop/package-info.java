@NullMarked
package org.tonewire.app.core.loop;

import org.jspecify.annotations.NullMarked;
