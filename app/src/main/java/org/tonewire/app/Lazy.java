package org.tonewire.app;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes something heavy when it is first asked for, and never twice. Any thread; those who ask
/// while it is being made wait for it.
final class Lazy<T> implements Supplier<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        lock.lock();
        try {
            T thing = made;
            if (thing == null) {
                thing = maker.get();
                made = thing;
            }
            return thing;
        } finally {
            lock.unlock();
        }
    }

    /// What was made, if it was.
    Optional<T> ifMade() {
        lock.lock();
        try {
            return Optional.ofNullable(made);
        } finally {
            lock.unlock();
        }
    }
}
