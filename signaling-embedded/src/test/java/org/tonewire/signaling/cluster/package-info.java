@NullMarked
package org.tonewire.signaling.cluster;

import org.jspecify.annotations.NullMarked;
