/// The words and number forms that a person reads, for the window and the command line alike.
@NullMarked
package org.tonewire.app.text;

import org.jspecify.annotations.NullMarked;
