@NullMarked
package org.tonewire.app.ui.settings;

import org.jspecify.annotations.NullMarked;
