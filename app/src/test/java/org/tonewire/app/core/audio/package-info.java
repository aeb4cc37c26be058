@NullMarked
package org.tonewire.app.core.audio;

import org.jspecify.annotations.NullMarked;
