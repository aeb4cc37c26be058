package org.tonewire.testbed;

import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.loop.StepWatch;

/// What a process's log told of slow steps of its session: filled by the thread that reads the log,
/// taken by the test's.
final class SlowSteps {
    private final List<String> told = new ArrayList<>();

    synchronized void add(String line) {
        if (line.contains(StepWatch.SLOW_STEP)) {
            told.add(line);
        }
    }

    synchronized List<String> take() {
        var all = List.copyOf(told);
        told.clear();
        return all;
    }
}
