/// Audio controls, and controls shared by several screens.
@NullMarked
package org.tonewire.app.ui.control;

import org.jspecify.annotations.NullMarked;
