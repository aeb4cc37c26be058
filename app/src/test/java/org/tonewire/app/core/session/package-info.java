@NullMarked
package org.tonewire.app.core.session;

import org.jspecify.annotations.NullMarked;
