package org.tonewire.app.ui.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatchOutcome;
import org.tonewire.app.shell.keys.TalkKey;

/// A keyboard that a test types at.
public final class FakeKeys implements GlobalKeys {
    public boolean possible = true;
    public Optional<KeyWatchOutcome.Refusal> refusal = Optional.empty();
    public final List<TalkKey> watched = new ArrayList<>();
    private KeyListener listener = new Nobody();

    @Override
    public boolean possible() {
        return possible;
    }

    @Override
    public KeyWatchOutcome watch(TalkKey key, KeyListener wanted) {
        if (refusal.isPresent()) {
            return new KeyWatchOutcome.Refused(refusal.get());
        }
        listener = wanted;
        watched.add(key);
        return new KeyWatchOutcome.Watching(() -> watched.remove(key));
    }

    /// The listener of the newest watch.
    public KeyListener type() {
        return listener;
    }

    private static final class Nobody implements KeyListener {
        @Override
        public void pressed() {}

        @Override
        public void released() {}

        @Override
        public void lost() {}
    }
}
