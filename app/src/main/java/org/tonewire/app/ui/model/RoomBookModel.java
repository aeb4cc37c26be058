package org.tonewire.app.ui.model;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.RoomBook;

/// The known rooms. Each change is saved immediately, in the background. FX thread.
public final class RoomBookModel {
    private final InstantSource clock;
    private final SavedValue<KnownRooms> kept;

    public RoomBookModel(RoomBook book, KnownRooms loaded, InstantSource clock, UiThreads threads) {
        this.clock = clock;
        this.kept = new SavedValue<>(loaded, book.loadProblem(), book::save, threads);
    }

    public ReadOnlyObjectProperty<KnownRooms> now() {
        return kept.now();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return kept.problem();
    }

    public void joined(Invite invite) {
        kept.change(kept.now().get().joined(invite, clock.instant()));
    }

    /// A known room has another invite.
    public void renewed(Invite before, Invite now) {
        kept.change(kept.now().get().renewed(before, now));
    }

    public void toggleFavourite(Invite invite) {
        kept.change(kept.now().get().toggled(invite));
    }

    public void forget(Invite invite) {
        kept.change(kept.now().get().without(invite));
    }

    /// Forgets favourites too.
    public void forgetAll() {
        kept.change(KnownRooms.NONE);
    }
}
