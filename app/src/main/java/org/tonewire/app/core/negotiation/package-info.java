/// When a publisher offers: a pure state machine.
@NullMarked
package org.tonewire.app.core.negotiation;

import org.jspecify.annotations.NullMarked;
