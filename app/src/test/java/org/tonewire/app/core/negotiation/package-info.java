/// The two ends of a link in virtual time.
@NullMarked
package org.tonewire.app.core.negotiation;

import org.jspecify.annotations.NullMarked;
