@NullMarked
package org.tonewire.app.core.known;

import org.jspecify.annotations.NullMarked;
