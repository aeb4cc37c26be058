package org.tonewire.app.ui.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What only the host of a room can do: renew the invite, and remove a participant by that. The
/// user is asked first. FX thread.
public final class HostViewModel {
    /// What the user is asked.
    sealed interface Question {
        /// Whether to renew the invite; everyone stays.
        record Renew() implements Question {}

        /// Whether to remove a participant.
        record Remove(IdentityKey who, String name) implements Question {}
    }

    private final Consumer<SessionCommand> session;
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    HostViewModel(Consumer<SessionCommand> session) {
        this.session = session;
    }

    /// Empty while nothing is asked.
    ReadOnlyObjectProperty<Optional<Question>> question() {
        return question.getReadOnlyProperty();
    }

    public void askToRenew() {
        question.set(Optional.of(new Question.Renew()));
    }

    public void askToRemove(IdentityKey who, String name) {
        question.set(Optional.of(new Question.Remove(who, name)));
    }

    /// Does what is asked.
    void confirm() {
        question.get()
                .ifPresent(asked ->
                        session.accept(
                                switch (asked) {
                                    case Question.Renew() -> RenewInvite.forAll();
                                    case Question.Remove(IdentityKey who, _) ->
                                            RenewInvite.without(who);
                                }));
        cancel();
    }

    void cancel() {
        question.set(Optional.empty());
    }

    /// Nobody is asked about somebody who left.
    void show(List<RemoteParticipant> now) {
        boolean isGone =
                question.get().orElse(null) instanceof Question.Remove(IdentityKey who, _)
                        && now.stream().noneMatch(person -> person.id().equals(who));
        if (isGone) {
            cancel();
        }
    }
}
