/// What is heard at a sound server, asked for by what it is and not by when it comes: windows of a
/// recording are looked at until enough of them are right.
@NullMarked
package org.tonewire.testbed.hearing;

import org.jspecify.annotations.NullMarked;
