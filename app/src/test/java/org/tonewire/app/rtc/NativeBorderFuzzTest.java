package org.tonewire.app.rtc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks for hostile calls that end the process; [HostileValuesTest] makes the same calls in a
/// separate process. When one is found, this process ends: its seed is the one printed last.
final class NativeBorderFuzzTest {
    private static final HostileCases CASES = new HostileCases();

    @AfterAll
    static void end() {
        CASES.proveAlive();
        CASES.close();
    }

    @MethodSource("seeds")
    @FuzzTest
    void everyHostileCallIsSurvived(long seed) {
        CASES.run(new SplittableRandom(seed));
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 20).boxed();
    }
}
