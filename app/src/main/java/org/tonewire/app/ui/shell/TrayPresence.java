package org.tonewire.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.shell.Tray;
import org.tonewire.app.shell.TrayCommand;
import org.tonewire.app.shell.TrayEntry;
import org.tonewire.app.shell.TrayPicture;
import org.tonewire.app.shell.TrayState;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.room.RoomViewModel;
import org.tonewire.app.ui.source.Microphones;

/// Updates the tray icon to the state of the room. FX thread.
final class TrayPresence {
    private final Tray tray;
    private final Wording wording;
    private Consumer<TrayCommand> listener = _ -> {};
    private Subscription following = () -> {};
    private Optional<RoomViewModel> room = Optional.empty();
    private boolean wanted;
    private @Nullable TrayState shown;

    TrayPresence(Tray tray, Wording wording) {
        this.tray = tray;
        this.wording = wording;
    }

    /// To be called before the icon shows.
    ///
    /// @param receiver called on any thread
    void onCommand(Consumer<TrayCommand> receiver) {
        listener = receiver;
    }

    void use(Settings settings) {
        wanted = settings.desktop().tray();
        refresh();
    }

    void follow(Optional<RoomViewModel> entered) {
        following.unsubscribe();
        room = entered;
        following = entered.map(this::watch).orElse(() -> {});
        refresh();
    }

    private Subscription watch(RoomViewModel model) {
        InvalidationListener people = _ -> refresh();
        model.people().people().addListener(people);
        return Subscription.combine(
                model.sources().microphones().subscribe(_ -> refresh()),
                () -> model.people().people().removeListener(people));
    }

    void end() {
        following.unsubscribe();
        wanted = false;
        refresh();
    }

    private void refresh() {
        if (wanted) {
            TrayState now = state();
            if (!now.equals(shown)) {
                shown = now;
                tray.show(now, listener);
            }
        } else if (shown != null) {
            shown = null;
            tray.hide();
        }
    }

    private TrayState state() {
        return room.map(this::inRoom).orElseGet(this::idle);
    }

    private TrayState idle() {
        String words = wording.text("tray.idle");
        List<TrayEntry> menu = new ArrayList<>();
        menu.add(new TrayEntry.Heading(words));
        addEnd(menu);
        return new TrayState(TrayPicture.IDLE, words, menu);
    }

    private TrayState inRoom(RoomViewModel model) {
        Microphones microphones = model.sources().microphones().get();
        boolean muted = microphones == Microphones.MUTED;
        List<TrayEntry> menu = new ArrayList<>();
        menu.add(new TrayEntry.Heading(model.roomName()));
        menu.add(
                new TrayEntry.Choice(
                        TrayCommand.TOGGLE_MUTE,
                        wording.text(muted ? "tray.unmute" : "tray.mute"),
                        microphones != Microphones.NONE));
        menu.add(
                new TrayEntry.Choice(
                        TrayCommand.LEAVE,
                        wording.text(model.closesByLeaving() ? "tray.close" : "tray.leave"),
                        true));
        addEnd(menu);
        String summary =
                wording.text("tray.in-room", model.people().people().size(), model.roomName());
        boolean silent = muted || microphones == Microphones.WAITING;
        return new TrayState(
                silent ? TrayPicture.MUTED : TrayPicture.IN_ROOM,
                silent ? summary + wording.text("tray.muted") : summary,
                menu);
    }

    private void addEnd(List<TrayEntry> menu) {
        menu.add(new TrayEntry.Divider());
        menu.add(choice(TrayCommand.SHOW_WINDOW, "tray.show"));
        menu.add(choice(TrayCommand.QUIT, "tray.quit"));
    }

    private TrayEntry choice(TrayCommand command, String key) {
        return new TrayEntry.Choice(command, wording.text(key), true);
    }
}
