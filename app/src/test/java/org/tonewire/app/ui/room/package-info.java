@NullMarked
package org.tonewire.app.ui.room;

import org.jspecify.annotations.NullMarked;
