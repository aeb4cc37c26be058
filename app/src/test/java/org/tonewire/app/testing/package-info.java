/// What tests of several packages use.
@NullMarked
package org.tonewire.app.testing;

import org.jspecify.annotations.NullMarked;
