/// One window a person: who starts another one is taken to the first.
@NullMarked
package org.tonewire.app.instance;

import org.jspecify.annotations.NullMarked;
