package org.tonewire.app.rtc;

import java.util.SplittableRandom;

/// Makes hostile calls until all are done or native code ends the process. Arguments: a seed, the
/// number of calls, and the first of them, to repeat one. The last line names the case.
final class HostileValues {
    private HostileValues() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        int first = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        try (HostileCases cases = new HostileCases()) {
            for (int i = first; i < first + count; i++) {
                System.err.println("seed " + seed + " case " + i);
                cases.run(new SplittableRandom(seed + i * 0x9E37_79B9L));
            }
            cases.proveAlive();
            System.err.println("survived");
        } catch (Throwable e) {
            System.err.println("failed " + e);
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
