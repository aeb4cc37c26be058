/// One window per user: further launches are handed over to the first.
@NullMarked
package org.tonewire.app.instance;

import org.jspecify.annotations.NullMarked;
