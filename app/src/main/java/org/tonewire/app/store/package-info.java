/// What is kept on disk between starts.
@NullMarked
package org.tonewire.app.store;

import org.jspecify.annotations.NullMarked;
