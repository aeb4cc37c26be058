@NullMarked
package org.tonewire.app.ui.participants;

import org.jspecify.annotations.NullMarked;
