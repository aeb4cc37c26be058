package org.tonewire.app.ui.start;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.KnownServers;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UnendedRooms;
import org.tonewire.signaling.protocol.ParticipantName;

/// State of the start screen: name, host form, join form. FX thread.
public final class StartViewModel {
    private final RoomEntries entries;
    private final SettingsModel settings;
    private final RoomBookModel rooms;
    private final UnendedRooms unended;
    private final Consumer<ActiveRoom> onEntered;
    private final HostForm form;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty inviteText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<StartState> state =
            new ReadOnlyObjectWrapper<>(new StartState.Ready());
    private final ObservableValue<Boolean> canHost;
    private final ObservableValue<Boolean> canJoin;
    private @Nullable RoomEntry entry;
    private boolean byForm;

    /// @param entries begins each attempt
    /// @param unended rooms that were hosted here, and can go on
    /// @param servers on which rooms were opened from here
    /// @param onEntered receives the room that was entered
    public StartViewModel(
            RoomEntries entries,
            SettingsModel settings,
            RoomBookModel rooms,
            UnendedRooms unended,
            KnownServers servers,
            Consumer<ActiveRoom> onEntered) {
        this.entries = entries;
        this.settings = settings;
        this.rooms = rooms;
        this.unended = unended;
        this.onEntered = onEntered;
        settings.now().get().name().ifPresent(known -> name.set(known.value()));
        this.form = new HostForm(settings.now().get().hostPort(), servers);
        this.canHost = new HostCheck(name, form);
        this.canJoin =
                name.flatMap(
                        who -> inviteText.map(text -> isName(who) && parsed(text).isPresent()));
    }

    public StringProperty name() {
        return name;
    }

    /// The form for opening a room.
    public HostForm form() {
        return form;
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
                .flatMap(first -> unended.problem().map(second -> first.or(() -> second)))
                .flatMap(first -> form.servers().problem().map(more -> first.or(() -> more)));
    }

    /// Goes on with a room that was hosted here, under the invite that it had.
    public void goOn(StoredRoom room) {
        if (isReady() && isName(name.get())) {
            settings.setName(enteredName());
            begin(room.request(), settings.now().get().output(), false);
        }
    }

    public void host() {
        if (canHost.getValue() && isReady()) {
            if (form.where().get() == HostForm.Where.HERE) {
                settings.setHostPort(form.portNumber());
            }
            settings.setName(enteredName());
            begin(form.request(), settings.now().get().output(), true);
        }
    }

    /// Hosts a room with the values of a command line and the entered name. The values stay in the
    /// form for another attempt if this one fails.
    public void host(HostRequest request, OutputChoice output) {
        form.show(request);
        begin(request, output, true);
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
        byForm = false;
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
        form.renewed(before, now);
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
        RoomEntry begun = entries.begin(new Progress());
        entry = begun;
        return begun;
    }

    /// @param withForm whether the form shows what is asked for
    private void begin(HostRequest request, OutputChoice output, boolean withForm) {
        byForm = withForm;
        begin(new StartState.Opening(Optional.empty())).host(request, enteredName(), output);
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
            boolean shown = byForm && form.take(problem);
            state.set(shown ? new StartState.Ready() : new StartState.Failed(problem));
        }
    }
}
