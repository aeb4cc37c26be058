@NullMarked
package org.tonewire.app.instance;

import org.jspecify.annotations.NullMarked;
