@NullMarked
package org.tonewire.app.core.diagnosis;

import org.jspecify.annotations.NullMarked;
