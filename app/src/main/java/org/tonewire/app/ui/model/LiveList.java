package org.tonewire.app.ui.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Keeps one model per element of a changing list, so that focus and drags survive updates. FX
/// thread.
///
/// @param <K> identifies an element
/// @param <T> the elements
/// @param <M> their models
public final class LiveList<K, T, M> {
    private final ObservableList<M> models = FXCollections.observableArrayList();
    private final Function<T, K> key;
    private final Function<T, M> create;
    private final BiConsumer<M, T> update;
    private Map<K, M> known = Map.of();

    public LiveList(Function<T, K> key, Function<T, M> create, BiConsumer<M, T> update) {
        this.key = key;
        this.create = create;
        this.update = update;
    }

    /// Read only.
    public ObservableList<M> models() {
        return models;
    }

    public void show(List<T> things) {
        Map<K, M> now = new LinkedHashMap<>();
        for (T thing : things) {
            K id = key.apply(thing);
            @Nullable M before = known.get(id);
            M model = before == null ? create.apply(thing) : before;
            update.accept(model, thing);
            now.put(id, model);
        }
        known = now;
        List<M> wanted = List.copyOf(now.values());
        if (!models.equals(wanted)) {
            reorder(wanted);
        }
    }

    /// Moves as few models as possible: nodes that stay keep their focus.
    private void reorder(List<M> wanted) {
        models.retainAll(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            M model = wanted.get(i);
            if (i >= models.size()) {
                models.add(model);
            } else if (!models.get(i).equals(model)) {
                models.remove(model);
                models.add(i, model);
            }
        }
    }
}
