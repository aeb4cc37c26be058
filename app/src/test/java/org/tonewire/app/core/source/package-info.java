@NullMarked
package org.tonewire.app.core.source;

import org.jspecify.annotations.NullMarked;
