/// What the desktop round the window gives: facts, notifications, news of newer versions.
@NullMarked
package org.tonewire.app.desktop;

import org.jspecify.annotations.NullMarked;
