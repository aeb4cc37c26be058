package org.tonewire.app.audio.pulse;

import java.lang.invoke.MethodHandle;

/// libpulse's streams (`pulse/stream.h`). Addresses and sizes are passed as `long`, so that no call
/// allocates.
final class PulseStreamCalls {
    private static final MethodHandle CREATE =
            NativeCalls.function(
                    "pa_stream_new", long.class, long.class, long.class, long.class, long.class);
    private static final MethodHandle CONNECT_RECORD =
            NativeCalls.function(
                    "pa_stream_connect_record",
                    int.class,
                    long.class,
                    long.class,
                    long.class,
                    int.class);
    private static final MethodHandle CONNECT_PLAYBACK =
            NativeCalls.function(
                    "pa_stream_connect_playback",
                    int.class,
                    long.class,
                    long.class,
                    long.class,
                    int.class,
                    long.class,
                    long.class);
    private static final MethodHandle STATE =
            NativeCalls.function("pa_stream_get_state", int.class, long.class);
    private static final MethodHandle INDEX =
            NativeCalls.function("pa_stream_get_index", int.class, long.class);
    private static final MethodHandle DEVICE_NAME =
            NativeCalls.function("pa_stream_get_device_name", long.class, long.class);
    private static final MethodHandle SET_NAME =
            NativeCalls.function(
                    "pa_stream_set_name",
                    long.class,
                    long.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle READABLE =
            NativeCalls.function("pa_stream_readable_size", long.class, long.class);
    private static final MethodHandle PEEK =
            NativeCalls.function("pa_stream_peek", int.class, long.class, long.class, long.class);
    private static final MethodHandle DROP =
            NativeCalls.function("pa_stream_drop", int.class, long.class);
    private static final MethodHandle WRITABLE =
            NativeCalls.function("pa_stream_writable_size", long.class, long.class);
    private static final MethodHandle WRITE =
            NativeCalls.function(
                    "pa_stream_write",
                    int.class,
                    long.class,
                    long.class,
                    long.class,
                    long.class,
                    long.class,
                    int.class);
    private static final MethodHandle CORK =
            NativeCalls.function(
                    "pa_stream_cork", long.class, long.class, int.class, long.class, long.class);
    private static final MethodHandle BUFFER_ATTRIBUTES =
            NativeCalls.function("pa_stream_get_buffer_attr", long.class, long.class);
    private static final MethodHandle SET_BUFFER_ATTRIBUTES =
            NativeCalls.function(
                    "pa_stream_set_buffer_attr",
                    long.class,
                    long.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle UNDERFLOW_CALLBACK =
            NativeCalls.function(
                    "pa_stream_set_underflow_callback",
                    void.class,
                    long.class,
                    long.class,
                    long.class);
    private static final MethodHandle MOVED_CALLBACK =
            NativeCalls.function(
                    "pa_stream_set_moved_callback", void.class, long.class, long.class, long.class);
    private static final MethodHandle DISCONNECT =
            NativeCalls.function("pa_stream_disconnect", int.class, long.class);
    private static final MethodHandle UNREF =
            NativeCalls.function("pa_stream_unref", void.class, long.class);

    private PulseStreamCalls() {}

    static long create(long context, long name, long spec, long map) {
        try {
            return (long) CREATE.invokeExact(context, name, spec, map);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int connectRecord(long stream, long device, long attributes, int flags) {
        try {
            return (int) CONNECT_RECORD.invokeExact(stream, device, attributes, flags);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int connectPlayback(
            long stream, long device, long attributes, int flags, long volume, long master) {
        try {
            return (int)
                    CONNECT_PLAYBACK.invokeExact(stream, device, attributes, flags, volume, master);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int state(long stream) {
        try {
            return (int) STATE.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int index(long stream) {
        try {
            return (int) INDEX.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long deviceName(long stream) {
        try {
            return (long) DEVICE_NAME.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long setName(long stream, long name, long done, long data) {
        try {
            return (long) SET_NAME.invokeExact(stream, name, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long readable(long stream) {
        try {
            return (long) READABLE.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int peek(long stream, long data, long size) {
        try {
            return (int) PEEK.invokeExact(stream, data, size);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int drop(long stream) {
        try {
            return (int) DROP.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long writable(long stream) {
        try {
            return (long) WRITABLE.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int write(long stream, long data, long size, long free, long offset, int seek) {
        try {
            return (int) WRITE.invokeExact(stream, data, size, free, offset, seek);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long cork(long stream, int corked, long done, long data) {
        try {
            return (long) CORK.invokeExact(stream, corked, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long bufferAttributes(long stream) {
        try {
            return (long) BUFFER_ATTRIBUTES.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static long setBufferAttributes(long stream, long attributes, long done, long data) {
        try {
            return (long) SET_BUFFER_ATTRIBUTES.invokeExact(stream, attributes, done, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void underflowCallback(long stream, long callback, long data) {
        try {
            UNDERFLOW_CALLBACK.invokeExact(stream, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void movedCallback(long stream, long callback, long data) {
        try {
            MOVED_CALLBACK.invokeExact(stream, callback, data);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static int disconnect(long stream) {
        try {
            return (int) DISCONNECT.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }

    static void unref(long stream) {
        try {
            UNREF.invokeExact(stream);
        } catch (Throwable failure) {
            throw NativeCalls.broken(failure);
        }
    }
}
