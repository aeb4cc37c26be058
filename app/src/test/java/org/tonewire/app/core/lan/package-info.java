@NullMarked
package org.tonewire.app.core.lan;

import org.jspecify.annotations.NullMarked;
