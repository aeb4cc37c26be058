@NullMarked
package org.tonewire.app.hosting;

import org.jspecify.annotations.NullMarked;
