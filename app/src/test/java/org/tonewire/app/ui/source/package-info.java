@NullMarked
package org.tonewire.app.ui.source;

import org.jspecify.annotations.NullMarked;
