package org.tonewire.app.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.shell.NewVersion;
import org.tonewire.app.shell.UpdateCheck;

/// Whether there is a newer version. Checked once, and only if an address is set. FX thread.
public final class UpdateModel {
    private final ReadOnlyObjectWrapper<Optional<NewVersion>> newer =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public UpdateModel(UpdateCheck news, Optional<String> address, UiThreads threads) {
        address.ifPresent(where ->
                threads.background()
                        .execute(() -> {
                            Optional<NewVersion> found = news.at(where);
                            threads.fx().execute(() -> newer.set(found));
                        }));
    }

    public ReadOnlyObjectProperty<Optional<NewVersion>> newer() {
        return newer.getReadOnlyProperty();
    }

    public void dismiss() {
        newer.set(Optional.empty());
    }
}
