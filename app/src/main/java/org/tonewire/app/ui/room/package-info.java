/// The room screen: frame, header and output.
@NullMarked
package org.tonewire.app.ui.room;

import org.jspecify.annotations.NullMarked;
