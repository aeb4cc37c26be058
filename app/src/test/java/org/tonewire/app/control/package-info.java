@NullMarked
package org.tonewire.app.control;

import org.jspecify.annotations.NullMarked;
