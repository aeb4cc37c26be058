@NullMarked
package org.tonewire.app.store.wav;

import org.jspecify.annotations.NullMarked;
