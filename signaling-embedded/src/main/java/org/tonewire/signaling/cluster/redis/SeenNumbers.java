package org.tonewire.signaling.cluster.redis;

import java.util.LinkedHashSet;
import java.util.Set;

/// The numbers of the last messages of a server: what was sent again because nobody knew whether it
/// arrived is taken once. Owned by one thread.
final class SeenNumbers {
    /// A message is sent again for 10 s.
    private static final int MAX_NUMBERS = 16_384;

    private final Set<Long> numbers = new LinkedHashSet<>();

    /// False if it is there already.
    boolean add(long number) {
        if (!numbers.add(number)) {
            return false;
        }
        if (numbers.size() > MAX_NUMBERS) {
            numbers.remove(numbers.iterator().next());
        }
        return true;
    }
}
