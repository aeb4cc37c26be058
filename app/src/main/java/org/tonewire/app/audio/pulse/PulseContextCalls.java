package org.tonewire.app.audio.pulse;

import java.lang.invoke.MethodHandle;

/// libpulse's main loop and context (`pulse/mainloop.h`, `context.h`, `subscribe.h`,
/// `introspect.h`). Addresses and sizes are passed as `long`, so that no call allocates.
final class PulseContextCalls {
    private static final MethodHandle MAINLOOP_NEW =
            NativeCalls.function("pa_mainloop_new", long.class);
    private static final MethodHandle MAINLOOP_API =
            NativeCalls.function("pa_mainloop_get_api", long.class, long.class);
    private static final MethodHandle MAINLOOP_PREPARE =
            NativeCalls.function("pa_mainloop_prepare", int.class, long.class, int.class);
    private static final MethodHandle MAINLOOP_POLL =
            NativeCalls.function("pa_mainloop_poll", int.class, long.class);
    private static final MethodHandle MAINLOOP_DISPATCH =
            NativeCalls.function("pa_mainloop_dispatch", int.class, long.class);
    private static final MethodHandle MAINLOOP_WAKEUP =
            NativeCalls.function("pa_mainloop_wakeup", void.class, long.class);
    private static final MethodHandle MAINLOOP_FREE =
            NativeCalls.function("pa_mainloop_free", void.class, long.class);
    private static final MethodHandle CONTEXT_NEW =
            NativeCalls.function("pa_context_new", long.class, long.class, long.class);
    private static final MethodHandle CONTEXT_CONNECT =
            NativeCalls.function(
                    "pa_context_connect", int.class, long.class, long.class, int.class, long.class);
    private static final MethodHandle CONTEXT_STATE =
            NativeCalls.function("pa_context_get_state", int.class, long.class);
    private static final MethodHandle CONTEXT_ERRNO =
            NativeCalls.function("pa_context_errno", int.class, long.class);
    private static final MethodHandle CONTEXT_DISCONNECT =
            NativeCalls.function("pa_context_disconnect", void.class, long.class);
    private static final MethodHandle CONTEXT_UNREF =
            NativeCalls.function("pa_context_unref", void.class, long.class);
    private static final MethodHandle SUBSCRIBE =
            NativeCalls.function(
                    "pa_context_subscribe",
                    long.class,
                    long.class,
                    int.class,
                    long.class,
                    long.class);
    private static final MethodHandle SUBSCRIBE_CALLBACK =
            NativeCalls.function(
                    "pa_context_set_subscribe_callback",
                    void.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle SERVER_INFO =
            NativeCalls.function(
                    "pa_context_get_server_info", long.class, long.class, long.class, long.class);
    private static final MethodHandle SOURCE_LIST =
            NativeCalls.function(
                    "pa_context_get_source_info_list",
                    long.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle SINK_LIST =
            NativeCalls.function(
                    "pa_context_get_sink_info_list",
                    long.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle MOVE_SOURCE_OUTPUT =
            NativeCalls.function(
                    "pa_context_move_source_output_by_name",
                    long.class,
                    long.class,
                    int.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle MOVE_SINK_INPUT =
            NativeCalls.function(
                    "pa_context_move_sink_input_by_name",
                    long.class,
                    long.class,
                    int.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle OPERATION_UNREF =
            NativeCalls.function("pa_operation_unref", void.class, long.class);

    private PulseContextCalls() {}

    static long mainloopNew() {
        try {
            return (long) MAINLOOP_NEW.invokeExact();
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long mainloopApi(long mainloop) {
        try {
            return (long) MAINLOOP_API.invokeExact(mainloop);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int mainloopPrepare(long mainloop, int timeoutMicros) {
        try {
            return (int) MAINLOOP_PREPARE.invokeExact(mainloop, timeoutMicros);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int mainloopPoll(long mainloop) {
        try {
            return (int) MAINLOOP_POLL.invokeExact(mainloop);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int mainloopDispatch(long mainloop) {
        try {
            return (int) MAINLOOP_DISPATCH.invokeExact(mainloop);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void mainloopWakeup(long mainloop) {
        try {
            MAINLOOP_WAKEUP.invokeExact(mainloop);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void mainloopFree(long mainloop) {
        try {
            MAINLOOP_FREE.invokeExact(mainloop);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long contextNew(long api, long name) {
        try {
            return (long) CONTEXT_NEW.invokeExact(api, name);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int contextConnect(long context, long server, int flags, long spawnApi) {
        try {
            return (int) CONTEXT_CONNECT.invokeExact(context, server, flags, spawnApi);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int contextState(long context) {
        try {
            return (int) CONTEXT_STATE.invokeExact(context);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int contextErrno(long context) {
        try {
            return (int) CONTEXT_ERRNO.invokeExact(context);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void contextDisconnect(long context) {
        try {
            CONTEXT_DISCONNECT.invokeExact(context);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void contextUnref(long context) {
        try {
            CONTEXT_UNREF.invokeExact(context);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long subscribe(long context, int mask, long done, long data) {
        try {
            return (long) SUBSCRIBE.invokeExact(context, mask, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void subscribeCallback(long context, long callback, long data) {
        try {
            SUBSCRIBE_CALLBACK.invokeExact(context, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long serverInfo(long context, long callback, long data) {
        try {
            return (long) SERVER_INFO.invokeExact(context, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long sourceList(long context, long callback, long data) {
        try {
            return (long) SOURCE_LIST.invokeExact(context, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long sinkList(long context, long callback, long data) {
        try {
            return (long) SINK_LIST.invokeExact(context, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long moveSourceOutput(long context, int index, long source, long done, long data) {
        try {
            return (long) MOVE_SOURCE_OUTPUT.invokeExact(context, index, source, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long moveSinkInput(long context, int index, long sink, long done, long data) {
        try {
            return (long) MOVE_SINK_INPUT.invokeExact(context, index, sink, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void operationUnref(long operation) {
        try {
            OPERATION_UNREF.invokeExact(operation);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }
}
