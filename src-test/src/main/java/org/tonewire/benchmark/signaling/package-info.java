/// Messages a second, latency and memory of the signaling server, beside a bare Netty relay and a
/// node `ws` relay in the same run. By hand: `SignalingBenchmark`.
@NullMarked
package org.tonewire.benchmark.signaling;

import org.jspecify.annotations.NullMarked;
