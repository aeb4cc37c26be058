@NullMarked
package org.tonewire.app;

import org.jspecify.annotations.NullMarked;
