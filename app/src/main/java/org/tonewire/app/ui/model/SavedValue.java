package org.tonewire.app.ui.model;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.problem.Problem;

/// A value that is saved in the background after each change. FX thread.
final class SavedValue<T> {
    private final Function<T, Optional<Problem>> save;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<T> now;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem;
    private final AtomicReference<@Nullable T> unsaved = new AtomicReference<>();
    private final ReentrantLock saving = new ReentrantLock();

    /// @param loadProblem the problem found when it was loaded
    SavedValue(
            T loaded,
            Optional<Problem> loadProblem,
            Function<T, Optional<Problem>> save,
            UiThreads threads) {
        this.save = save;
        this.threads = threads;
        this.now = new ReadOnlyObjectWrapper<>(loaded);
        this.problem = new ReadOnlyObjectWrapper<>(loadProblem);
    }

    ReadOnlyObjectProperty<T> now() {
        return now.getReadOnlyProperty();
    }

    /// Why loading or the last save failed.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void tell(Optional<Problem> told) {
        problem.set(told);
    }

    void change(T changed) {
        if (changed.equals(now.get())) {
            return;
        }
        now.set(changed);
        unsaved.set(changed);
        threads.background().execute(() -> saveNewest(threads.fx()));
    }

    /// Tasks may run in any order; each saves the newest value, so that it is saved last.
    private void saveNewest(Executor fx) {
        saving.lock();
        try {
            @Nullable T newest = unsaved.getAndSet(null);
            if (newest != null) {
                Optional<Problem> outcome = save.apply(newest);
                fx.execute(() -> problem.set(outcome));
            }
        } finally {
            saving.unlock();
        }
    }
}
