package org.tonewire.app.core.loop;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Takes things at a bounded rate: those beyond it wait, and are taken in their order. Session
/// thread only.
///
/// @param <K> names a thing
/// @param <T> what is taken
public final class Admission<K, T> {
    private final SessionLoop loop;
    private final LongFunction<Duration> rate;
    private final Consumer<T> taker;
    private final Map<K, T> waiting = new LinkedHashMap<>();
    private SessionLoop.@Nullable Timer timer;

    /// @param rate takes the right to one more at this time of the loop; how long until there is
    ///   one, zero if it is taken
    /// @param taker runs for each thing, once
    public Admission(SessionLoop loop, LongFunction<Duration> rate, Consumer<T> taker) {
        this.loop = loop;
        this.rate = rate;
        this.taker = taker;
    }

    /// Takes a thing now or later.
    ///
    /// @return whether it waits
    public boolean add(K name, T thing) {
        waiting.put(name, thing);
        if (timer == null) {
            takeWaiting();
        }
        return waiting.containsKey(name);
    }

    /// The thing is not taken any more, if it waits.
    public void remove(K name) {
        waiting.remove(name);
    }

    /// How many wait.
    public int size() {
        return waiting.size();
    }

    /// Nothing that waits is taken.
    public void clear() {
        waiting.clear();
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void takeWaiting() {
        timer = null;
        while (!waiting.isEmpty()) {
            Duration wait = rate.apply(loop.nanoTime());
            if (!wait.isZero()) {
                timer = loop.after(wait, this::takeWaiting);
                return;
            }
            Iterator<T> oldest = waiting.values().iterator();
            T next = oldest.next();
            oldest.remove();
            taker.accept(next);
        }
    }
}
