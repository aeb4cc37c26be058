package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.fake.ManualLoop;

/// The clock of the server and the network, and those of the sessions: all go on together.
final class SimClocks {
    private final ManualLoop main = new ManualLoop();
    private final List<ManualLoop> all = new ArrayList<>(List.of(main));

    ManualLoop main() {
        return main;
    }

    void add(ManualLoop session) {
        all.add(session);
    }

    void pass(Duration time) {
        long end = main.nanoTime() + time.toNanos();
        settle();
        for (long next = next(); next <= end; next = next()) {
            for (ManualLoop loop : all) {
                loop.passUntil(next);
            }
            settle();
        }
        for (ManualLoop loop : all) {
            loop.passUntil(end);
        }
    }

    private long next() {
        long next = Long.MAX_VALUE;
        for (ManualLoop loop : all) {
            next = Math.min(next, loop.nextNanos());
        }
        return next;
    }

    /// Does what is to be done at this moment.
    void settle() {
        boolean any = true;
        while (any) {
            any = false;
            for (ManualLoop loop : all) {
                any |= !loop.isIdle();
                loop.settle();
            }
        }
    }
}
