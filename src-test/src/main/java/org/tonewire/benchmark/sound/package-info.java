/// How long sound takes and what it costs, between processes, on virtual devices. Run by hand, with
/// `packaging/bench.sh`.
@NullMarked
package org.tonewire.benchmark.sound;

import org.jspecify.annotations.NullMarked;
