@NullMarked
package org.tonewire.app.core.negotiation;

import org.jspecify.annotations.NullMarked;
