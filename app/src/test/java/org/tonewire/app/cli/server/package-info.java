/// Tests.
@NullMarked
package org.tonewire.app.cli.server;

import org.jspecify.annotations.NullMarked;
