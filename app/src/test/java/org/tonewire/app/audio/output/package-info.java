@NullMarked
package org.tonewire.app.audio.output;

import org.jspecify.annotations.NullMarked;
