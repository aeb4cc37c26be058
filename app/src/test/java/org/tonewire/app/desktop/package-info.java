@NullMarked
package org.tonewire.app.desktop;

import org.jspecify.annotations.NullMarked;
