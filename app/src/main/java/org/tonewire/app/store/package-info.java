/// Files that persist between starts.
@NullMarked
package org.tonewire.app.store;

import org.jspecify.annotations.NullMarked;
