@NullMarked
package org.tonewire.app.media.decode;

import org.jspecify.annotations.NullMarked;
