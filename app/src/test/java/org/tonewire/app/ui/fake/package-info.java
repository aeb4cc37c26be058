/// The ports as fakes written by hand, with rooms to show.
@NullMarked
package org.tonewire.app.ui.fake;

import org.jspecify.annotations.NullMarked;
