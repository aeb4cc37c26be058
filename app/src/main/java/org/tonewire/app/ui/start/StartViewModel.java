package org.tonewire.app.ui.start;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace.Here;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.RoomAccess;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.model.UnendedRooms;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;

/// State of the start screen: name, host form, join form. FX thread.
public final class StartViewModel {
    private final CompletionStage<RoomAccess> access;
    private final SettingsModel settings;
    private final RoomBookModel rooms;
    private final UnendedRooms unended;
    private final UiThreads threads;
    private final Consumer<ActiveRoom> onEntered;
    private final SecureRandom random = new SecureRandom();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty roomName = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty inviteText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<StartState> state =
            new ReadOnlyObjectWrapper<>(new StartState.Ready());
    private final ObservableValue<Boolean> canHost;
    private final ObservableValue<Boolean> canJoin;
    private @Nullable RoomEntry entry;
    private @Nullable HostRequest asked;

    /// @param access completes when a room can be entered
    /// @param unended rooms that were hosted here, and can go on
    /// @param onEntered receives the room that was entered
    public StartViewModel(
            CompletionStage<RoomAccess> access,
            SettingsModel settings,
            RoomBookModel rooms,
            UnendedRooms unended,
            UiThreads threads,
            Consumer<ActiveRoom> onEntered) {
        this.access = access;
        this.settings = settings;
        this.rooms = rooms;
        this.unended = unended;
        this.threads = threads;
        this.onEntered = onEntered;
        settings.now().get().name().ifPresent(known -> name.set(known.value()));
        int hostPort = settings.now().get().hostPort();
        port.set(hostPort == 0 ? "" : Integer.toString(hostPort));
        this.canHost = new HostCheck(name, roomName, port);
        this.canJoin =
                name.flatMap(
                        who -> inviteText.map(text -> isName(who) && parsed(text).isPresent()));
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty roomName() {
        return roomName;
    }

    /// The TCP port; blank means a free one.
    public StringProperty port() {
        return port;
    }

    public StringProperty inviteText() {
        return inviteText;
    }

    public ReadOnlyObjectProperty<StartState> state() {
        return state.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> canHost() {
        return canHost;
    }

    public ObservableValue<Boolean> canJoin() {
        return canJoin;
    }

    /// The invite in the text field, if it is valid.
    public ObservableValue<Optional<Invite>> invite() {
        return inviteText.map(StartViewModel::parsed);
    }

    /// The known rooms.
    public RoomBookModel rooms() {
        return rooms;
    }

    /// The rooms that were hosted here, and can go on.
    public UnendedRooms unended() {
        return unended;
    }

    /// Problems of loading or saving settings and rooms.
    public ObservableValue<Optional<Problem>> storage() {
        return settings.problem()
                .flatMap(first -> rooms.problem().map(second -> first.or(() -> second)))
                .flatMap(first -> unended.problem().map(second -> first.or(() -> second)));
    }

    /// Goes on with a room that was hosted here, under the invite that it had.
    public void goOn(StoredRoom room) {
        if (isReady() && isName(name.get())) {
            settings.setName(enteredName());
            begin(room.request(), settings.now().get().output());
        }
    }

    public void host() {
        if (canHost.getValue() && isReady()) {
            int number = HostCheck.port(port.get()).orElse(0);
            settings.setHostPort(number);
            settings.setName(enteredName());
            RoomName room = new RoomName(roomName.get().strip());
            begin(request(room, number), settings.now().get().output());
        }
    }

    /// Hosts a room with the values of a command line and the entered name. The values stay in the
    /// form for another attempt if this one fails.
    public void host(HostRequest request, OutputChoice output) {
        asked = request;
        roomName.set(request.room().value());
        int number = request.here().map(Here::port).orElse(0);
        port.set(number == 0 ? "" : Integer.toString(number));
        begin(request, output);
    }

    public void join() {
        if (canJoin.getValue() && isReady()) {
            settings.setName(enteredName());
            parsed(inviteText.get())
                    .ifPresent(invite -> join(invite, settings.now().get().output()));
        }
    }

    /// Joins with the entered name.
    public void join(Invite invite, OutputChoice output) {
        inviteText.set(invite.link());
        JoinRequest request = JoinRequest.of(invite, enteredName());
        begin(new StartState.Joining(Optional.empty())).join(request, output);
    }

    /// Takes a text as the invite, and joins if it is valid and there is a name.
    public void paste(String text) {
        if (isReady()) {
            inviteText.set(text.strip());
            join();
        }
    }

    /// Shows an invite that was opened outside the window; the user joins with one press.
    public void offer(Invite offered) {
        if (isReady()) {
            inviteText.set(offered.link());
        }
    }

    /// The invite of the room that was entered was renewed: the one before is not offered again.
    public void inviteChanged(Invite before, Invite now) {
        rooms.renewed(before, now);
        if (asked != null && asked.secret().equals(before.secret())) {
            asked = asked.with(now.secret());
        }
    }

    public void cancel() {
        abandon();
        state.set(new StartState.Ready());
    }

    private void abandon() {
        if (entry != null) {
            entry.cancel();
            entry = null;
        }
    }

    public void dismissProblem() {
        state.set(new StartState.Ready());
    }

    private boolean isReady() {
        return !state.get().busy();
    }

    private RoomEntry begin(StartState doing) {
        abandon();
        state.set(doing);
        RoomEntry begun = new RoomEntry(access, threads, new Progress());
        entry = begun;
        return begun;
    }

    private void begin(HostRequest request, OutputChoice output) {
        begin(new StartState.Opening(Optional.empty())).host(request, enteredName(), output);
    }

    /// What a command line set besides is kept.
    private HostRequest request(RoomName room, int number) {
        @Nullable HostRequest before = asked;
        return before == null
                ? new HostRequest(room, RoomSecret.random(random), number, Optional.empty())
                : before.named(room).at(number);
    }

    private ParticipantName enteredName() {
        return ParticipantName.parse(name.get()).orElseGet(() -> new ParticipantName("?"));
    }

    static boolean isName(String text) {
        return ParticipantName.parse(text).isPresent();
    }

    private static Optional<Invite> parsed(String text) {
        return InviteLink.parse(text);
    }

    private final class Progress implements EntryListener {
        @Override
        public void waiting(Problem problem) {
            switch (state.get()) {
                case StartState.Opening _ ->
                        state.set(new StartState.Opening(Optional.of(problem)));
                case StartState.Joining _ ->
                        state.set(new StartState.Joining(Optional.of(problem)));
                case StartState.Ready _, StartState.Failed _ -> {}
            }
        }

        @Override
        public void entered(ActiveRoom room) {
            entry = null;
            state.set(new StartState.Ready());
            inviteText.set("");
            if (room.hosting().isEmpty()) {
                rooms.joined(room.invite());
            }
            onEntered.accept(room);
        }

        @Override
        public void failed(Problem problem) {
            entry = null;
            state.set(new StartState.Failed(problem));
        }
    }
}
