/// Port of the signaling client.
@NullMarked
package org.tonewire.app.core.signaling;

import org.jspecify.annotations.NullMarked;
