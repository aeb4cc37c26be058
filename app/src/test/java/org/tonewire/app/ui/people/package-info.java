@NullMarked
package org.tonewire.app.ui.people;

import org.jspecify.annotations.NullMarked;
