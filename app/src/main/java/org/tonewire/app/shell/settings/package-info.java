/// The settings, and the port that stores them.
@NullMarked
package org.tonewire.app.shell.settings;

import org.jspecify.annotations.NullMarked;
