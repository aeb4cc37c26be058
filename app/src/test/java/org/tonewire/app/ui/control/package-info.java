@NullMarked
package org.tonewire.app.ui.control;

import org.jspecify.annotations.NullMarked;
