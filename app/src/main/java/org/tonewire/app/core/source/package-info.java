/// Sound sources: how they are named, opened and played, and the ports behind them.
@NullMarked
package org.tonewire.app.core.source;

import org.jspecify.annotations.NullMarked;
