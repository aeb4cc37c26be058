package org.tonewire.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last step of the process, after everything was closed and flushed. C's `_exit` leaves out
/// the destructors of native libraries, which `Runtime.halt` runs: libwebrtc's call into a runtime
/// that is gone by then, which prints to standard output and can crash.
final class ProcessExit {
    /// Asked for by packaging: the runtime writes a cache for later starts while it ends.
    static final boolean TAKES_ITS_TIME = Boolean.getBoolean("tonewire.exit.slowly");

    private static final Logger LOG = LoggerFactory.getLogger(ProcessExit.class);

    private ProcessExit() {}

    /// Does not return.
    static void now(int code) {
        if (TAKES_ITS_TIME) {
            System.exit(code);
        }
        quickly(code);
    }

    /// The same from a shutdown hook, where the runtime's own way out would wait for itself. Does
    /// not return.
    static void fromHook(int code) {
        if (TAKES_ITS_TIME) {
            Runtime.getRuntime().halt(code);
        }
        quickly(code);
    }

    private static void quickly(int code) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> exit = linker.defaultLookup().find("_exit");
        if (exit.isPresent()) {
            FunctionDescriptor type = FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT);
            try {
                linker.downcallHandle(exit.get(), type).invokeExact(code);
            } catch (Throwable failure) {
                LOG.debug("No quick way out", failure);
            }
        }
        Runtime.getRuntime().halt(code);
    }
}
