@NullMarked
package org.tonewire.app.shell;

import org.jspecify.annotations.NullMarked;
