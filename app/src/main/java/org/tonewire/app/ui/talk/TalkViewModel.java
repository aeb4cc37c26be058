package org.tonewire.app.ui.talk;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.shell.keys.GlobalKeys;
import org.tonewire.app.shell.keys.KeyListener;
import org.tonewire.app.shell.keys.KeyWatching;
import org.tonewire.app.shell.keys.KeyWatching.Refusal;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.source.SourcesViewModel;

/// Talking by a key. In a room, the key is asked for everywhere where the system allows that; until
/// it is there, and where it is not to be had, it counts in the window. Whenever the key may be up,
/// microphones are held. FX thread.
public final class TalkViewModel {
    private final GlobalKeys keys;
    private final UiThreads threads;
    private final ReadOnlyObjectWrapper<KeyScope> reach;
    private TalkSettings settings = TalkSettings.DEFAULT;
    private Optional<SourcesViewModel> sources = Optional.empty();
    private KeyWatching.@Nullable Watch watch;

    /// Tells apart what was asked for last from what was asked for before.
    private int asked;

    private boolean down;

    public TalkViewModel(GlobalKeys keys, UiThreads threads) {
        this.keys = keys;
        this.threads = threads;
        this.reach = new ReadOnlyObjectWrapper<>(furthest());
    }

    public ReadOnlyObjectProperty<KeyScope> reach() {
        return reach.getReadOnlyProperty();
    }

    public void use(TalkSettings wanted) {
        if (!wanted.equals(settings)) {
            settings = wanted;
            beginAnew();
        }
    }

    /// @param entered what one sends in the room that one is in
    public void follow(Optional<SourcesViewModel> entered) {
        sources = entered;
        beginAnew();
    }

    private void beginAnew() {
        asked++;
        stop();
        down = false;
        reach.set(furthest());
        hold();
        if (isOn() && keys.possible()) {
            int number = asked;
            TalkKey key = settings.key();
            threads.background()
                    .execute(() -> {
                        KeyWatching outcome = keys.watch(key, new Ear(number));
                        threads.fx().execute(() -> begun(number, outcome));
                    });
        }
    }

    /// Gives the key back.
    public void end() {
        asked++;
        stop();
    }

    private void begun(int number, KeyWatching outcome) {
        switch (outcome) {
            case KeyWatching.Refused(Refusal why) when number == asked ->
                    reach.set(why == Refusal.NOT_HERE ? KeyScope.WINDOW : KeyScope.TAKEN);
            case KeyWatching.Refused _ -> {}
            case KeyWatching.Watching(KeyWatching.Watch begun) when number == asked ->
                    watch = begun;
            case KeyWatching.Watching(KeyWatching.Watch late) -> late.close();
        }
    }

    /// A key went down in the window.
    ///
    /// @return whether it is the one
    boolean pressedHere(TalkKey key) {
        boolean ours = isOn() && watch == null && key.equals(settings.key());
        if (ours) {
            pressed();
        }
        return ours;
    }

    /// Keys held beside it may be up already.
    ///
    /// @return whether it is the one
    boolean releasedHere(String name) {
        boolean ours = down && watch == null && name.equals(settings.key().name());
        if (ours) {
            released();
        }
        return ours;
    }

    /// Nothing more is heard in the window: the key may be up.
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
        KeyWatching.Watch before = watch;
        watch = null;
        if (before != null) {
            before.close();
        }
    }

    /// Brings the key to the FX thread.
    private final class Ear implements KeyListener {
        private final int number;

        Ear(int number) {
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
                reach.set(KeyScope.WINDOW);
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
