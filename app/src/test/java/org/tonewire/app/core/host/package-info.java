@NullMarked
package org.tonewire.app.core.host;

import org.jspecify.annotations.NullMarked;
