@NullMarked
package org.tonewire.app.ui.shell;

import org.jspecify.annotations.NullMarked;
