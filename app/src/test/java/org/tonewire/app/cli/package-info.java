/// Tests.
@NullMarked
package org.tonewire.app.cli;

import org.jspecify.annotations.NullMarked;
