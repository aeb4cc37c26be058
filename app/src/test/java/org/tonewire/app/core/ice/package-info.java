/// Tests.
@NullMarked
package org.tonewire.app.core.ice;

import org.jspecify.annotations.NullMarked;
