@NullMarked
package org.tonewire.app.text;

import org.jspecify.annotations.NullMarked;
