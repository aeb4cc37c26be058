@NullMarked
package org.tonewire.app.media.pace;

import org.jspecify.annotations.NullMarked;
