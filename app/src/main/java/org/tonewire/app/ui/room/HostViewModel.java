package org.tonewire.app.ui.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.AdvertisedHost;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.ListenLink;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What only the host of a room can do: choose the address in the invite, renew the invite, and
/// remove a participant by that. The user is asked before a renewal. FX thread.
public final class HostViewModel {
    /// What the user is asked.
    sealed interface Question {
        /// Whether to renew the invite; everyone stays.
        record Renew() implements Question {}

        /// Whether to remove a participant.
        record Remove(IdentityKey who, String name) implements Question {}
    }

    private final Hosting room;
    private final Consumer<SessionCommand> session;
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CertificatePin>> firstPin;

    HostViewModel(Hosting room, Consumer<SessionCommand> session) {
        this.room = room;
        this.session = session;
        this.firstPin = new ReadOnlyObjectWrapper<>(room.firstPin());
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

    /// The server that the room is on; empty for a room on this computer, whose invite can carry
    /// another address.
    Optional<String> server() {
        return room.server().map(ServerAddress::authority);
    }

    /// The certificate of a server that was met for the first time, until that is put away.
    ReadOnlyObjectProperty<Optional<CertificatePin>> firstPin() {
        return firstPin.getReadOnlyProperty();
    }

    void dismissFirstPin() {
        firstPin.set(Optional.empty());
    }

    /// The names and addresses of this computer that the invite can carry, the best first.
    List<String> addresses() {
        return room.addresses();
    }

    /// Where browsers listen, by this computer's best address; empty where none can.
    Optional<ListenLink> listenLink() {
        return room.listenLink();
    }

    /// The name or address in the invite.
    String address() {
        return room.invite().host();
    }

    /// From here on the invite carries another name or address.
    ///
    /// @return whether it can; otherwise nothing changes
    boolean advertise(String text) {
        Optional<String> host = AdvertisedHost.parse(text);
        host.ifPresent(room::advertise);
        return host.isPresent();
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
