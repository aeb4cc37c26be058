/// Push to talk.
@NullMarked
package org.tonewire.app.ui.talk;

import org.jspecify.annotations.NullMarked;
