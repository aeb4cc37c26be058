@NullMarked
package org.tonewire.app.audio;

import org.jspecify.annotations.NullMarked;
