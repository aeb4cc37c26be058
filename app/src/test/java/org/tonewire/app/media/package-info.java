@NullMarked
package org.tonewire.app.media;

import org.jspecify.annotations.NullMarked;
