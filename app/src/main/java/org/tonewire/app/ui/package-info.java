/// The window: its application class.
@NullMarked
package org.tonewire.app.ui;

import org.jspecify.annotations.NullMarked;
