/// Services of the desktop: system facts, notifications, update check.
@NullMarked
package org.tonewire.app.desktop;

import org.jspecify.annotations.NullMarked;
