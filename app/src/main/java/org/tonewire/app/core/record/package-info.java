/// Recording of tracks as files.
@NullMarked
package org.tonewire.app.core.record;

import org.jspecify.annotations.NullMarked;
