@NullMarked
package org.tonewire.app.json;

import org.jspecify.annotations.NullMarked;
