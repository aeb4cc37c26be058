@NullMarked
package org.tonewire.app.audio.mix;

import org.jspecify.annotations.NullMarked;
