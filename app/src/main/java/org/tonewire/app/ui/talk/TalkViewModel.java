package org.tonewire.app.ui.talk;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatchOutcome;
import org.tonewire.app.shell.keys.KeyWatchOutcome.Refusal;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.source.SourcesViewModel;

/// Push to talk. In a room, it grabs the key globally if the system supports that; until then, and
/// otherwise, the key works in the window. While the key may be up, microphones are silenced. FX
/// thread.
public final class TalkViewModel {
    private final GlobalKeys keys;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<KeyScope> scope;
    private TalkSettings settings = TalkSettings.DEFAULT;
    private Optional<SourcesViewModel> sources = Optional.empty();
    private KeyWatchOutcome.@Nullable Watch watch;

    /// Distinguishes the latest request from earlier ones.
    private int asked;

    private boolean down;

    public TalkViewModel(GlobalKeys keys, UiThreads threads) {
        this.keys = keys;
        this.threads = threads;
        this.scope = new ReadOnlyObjectWrapper<>(furthest());
    }

    public ReadOnlyObjectProperty<KeyScope> scope() {
        return scope.getReadOnlyProperty();
    }

    public void use(TalkSettings wanted) {
        if (!wanted.equals(settings)) {
            settings = wanted;
            restart();
        }
    }

    /// @param entered the sources of the joined room
    public void follow(Optional<SourcesViewModel> entered) {
        sources = entered;
        restart();
    }

    private void restart() {
        asked++;
        stop();
        down = false;
        scope.set(furthest());
        hold();
        if (isOn() && keys.possible()) {
            int number = asked;
            TalkKey key = settings.key();
            threads.background()
                    .execute(() -> {
                        KeyWatchOutcome outcome = keys.watch(key, new GlobalKeyListener(number));
                        threads.fx().execute(() -> begun(number, outcome));
                    });
        }
    }

    /// Releases the key.
    public void end() {
        asked++;
        stop();
    }

    private void begun(int number, KeyWatchOutcome outcome) {
        switch (outcome) {
            case KeyWatchOutcome.Refused(Refusal why) when number == asked ->
                    scope.set(why == Refusal.NOT_HERE ? KeyScope.WINDOW : KeyScope.TAKEN);
            case KeyWatchOutcome.Refused _ -> {}
            case KeyWatchOutcome.Watching(KeyWatchOutcome.Watch begun) when number == asked ->
                    watch = begun;
            case KeyWatchOutcome.Watching(KeyWatchOutcome.Watch late) -> late.close();
        }
    }

    /// A key was pressed in the window.
    ///
    /// @return whether it is the talk key
    boolean pressedHere(TalkKey key) {
        boolean ours = isOn() && watch == null && key.equals(settings.key());
        if (ours) {
            pressed();
        }
        return ours;
    }

    /// A key was released in the window; its modifiers may be up already.
    ///
    /// @return whether it is the talk key
    boolean releasedHere(String name) {
        boolean ours = down && watch == null && name.equals(settings.key().name());
        if (ours) {
            released();
        }
        return ours;
    }

    /// The window lost the focus: a release would not be seen, so the key counts as up.
    void windowLeft() {
        if (watch == null) {
            released();
        }
    }

    private void pressed() {
        if (down) {
            return;
        }
        down = true;
        if (settings.mode() == TalkMode.TOGGLE) {
            sources.ifPresent(SourcesViewModel::toggleMicrophonesMuted);
        }
        hold();
    }

    private void released() {
        if (down) {
            down = false;
            hold();
        }
    }

    private void hold() {
        boolean held = settings.mode() == TalkMode.HOLD && !down;
        sources.ifPresent(room -> room.holdMicrophones(held));
    }

    private boolean isOn() {
        return sources.isPresent() && settings.mode() != TalkMode.OFF;
    }

    private KeyScope furthest() {
        return keys.possible() ? KeyScope.EVERYWHERE : KeyScope.WINDOW;
    }

    private void stop() {
        KeyWatchOutcome.Watch before = watch;
        watch = null;
        if (before != null) {
            before.close();
        }
    }

    /// Forwards events of the global key to the FX thread.
    private final class GlobalKeyListener implements KeyListener {
        private final int number;

        GlobalKeyListener(int number) {
            this.number = number;
        }

        @Override
        public void pressed() {
            tell(TalkViewModel.this::pressed);
        }

        @Override
        public void released() {
            tell(TalkViewModel.this::released);
        }

        @Override
        public void lost() {
            tell(() -> {
                watch = null;
                scope.set(KeyScope.WINDOW);
                TalkViewModel.this.released();
            });
        }

        private void tell(Runnable task) {
            threads.fx()
                    .execute(() -> {
                        if (number == asked) {
                            task.run();
                        }
                    });
        }
    }
}
