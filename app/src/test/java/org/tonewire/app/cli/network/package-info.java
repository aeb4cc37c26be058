/// Tests.
@NullMarked
package org.tonewire.app.cli.network;

import org.jspecify.annotations.NullMarked;
