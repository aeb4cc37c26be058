/// Programs for tests that put the application together in another way.
@NullMarked
package org.tonewire.app;

import org.jspecify.annotations.NullMarked;
