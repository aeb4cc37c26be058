/// The two links with one participant: sealed offers and answers, candidates, restarts.
@NullMarked
package org.tonewire.app.core.exchange;

import org.jspecify.annotations.NullMarked;
