/// Members of a room without a process of their own: some take part as the program does, some say
/// what a test wants.
@NullMarked
package org.tonewire.testbed.member;

import org.jspecify.annotations.NullMarked;
