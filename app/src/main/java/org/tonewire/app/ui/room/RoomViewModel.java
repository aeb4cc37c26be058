package org.tonewire.app.ui.room;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.DistinctNames;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.DeviceModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.app.ui.participants.ParticipantsViewModel;
import org.tonewire.app.ui.record.RecordViewModel;
import org.tonewire.app.ui.side.ChatViewModel;
import org.tonewire.app.ui.side.StatsViewModel;
import org.tonewire.app.ui.source.SourcesViewModel;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The joined room. FX thread; events from the session thread are handed over here.
public final class RoomViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RoomViewModel.class);

    private final ActiveRoom room;
    private final UiThreads threads;
    private final Wording wording;
    private final Runnable onLeft;
    private final DistinctNames names = new DistinctNames();
    private final SourcesViewModel sources;
    private final ParticipantsViewModel people;
    private final OutputViewModel output;
    private final ChatViewModel chat;
    private final StatsViewModel stats;
    private final RecordViewModel record;
    private final PresenceViewModel presence;
    private final Optional<HostViewModel> host;
    private final ReadOnlyObjectWrapper<RoomStatus> status;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper askingToClose = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper leaving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inviteRenewed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Invite>> offer =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Runnable stopListening;
    private Optional<VerifyCode> code = Optional.empty();
    private Optional<Invite> next = Optional.empty();
    private Invite invite;
    private Consumer<String> joinListener = _ -> {};
    private BiConsumer<Invite, Invite> inviteListener = (_, _) -> {};

    /// @param onLeft called on the FX thread after the room is left and everything is closed
    public RoomViewModel(
            ActiveRoom room,
            DeviceModel devices,
            SettingsModel settings,
            UiThreads threads,
            Wording wording,
            Runnable onLeft) {
        this.room = room;
        this.threads = threads;
        this.wording = wording;
        this.onLeft = onLeft;
        RoomSession session = room.session();
        SessionSnapshot now = session.snapshot();
        this.sources = new SourcesViewModel(session, devices, settings, wording);
        this.people = new ParticipantsViewModel(session::submit, names, wording);
        this.output = new OutputViewModel(now.output(), session::submit, settings);
        this.chat = new ChatViewModel(session::submit, names);
        this.stats = new StatsViewModel(session::snapshot);
        this.record =
                new RecordViewModel(session::submit, settings::recordFolder, System::nanoTime);
        this.presence =
                new PresenceViewModel(
                        now.participants().stream().map(RemoteParticipant::id).toList(), wording);
        this.host = room.hosting().map(here -> new HostViewModel(here, session::submit));
        this.invite = room.invite();
        this.problem.set(
                room.hosting().map(Hosting::problems).flatMap(all -> all.stream().findFirst()));
        this.status = new ReadOnlyObjectWrapper<>(RoomStatus.of(now.connection(), wording));
        show(now);
        this.stopListening = session.onEvent(this::onEvent);
        refreshSoon();
    }

    public SourcesViewModel sources() {
        return sources;
    }

    public ParticipantsViewModel people() {
        return people;
    }

    public OutputViewModel output() {
        return output;
    }

    public ChatViewModel chat() {
        return chat;
    }

    public StatsViewModel stats() {
        return stats;
    }

    public RecordViewModel record() {
        return record;
    }

    public PresenceViewModel presence() {
        return presence;
    }

    /// @param listener receives the name of each participant who joins from now on
    public void onJoined(Consumer<String> listener) {
        joinListener = listener;
    }

    /// @param listener receives the invite before and the present one, whenever it is renewed
    public void onInviteChanged(BiConsumer<Invite, Invite> listener) {
        inviteListener = listener;
    }

    public String roomName() {
        return room.invite().room().value();
    }

    /// Names that diagnostics must not contain: of the room, its participants and their tracks.
    public Stream<String> names() {
        SessionSnapshot now = room.session().snapshot();
        Stream<String> people =
                now.participants().stream()
                        .flatMap(person ->
                                Stream.concat(
                                        Stream.of(person.name()),
                                        person.tracks().stream().map(ReceivedTrackState::name)));
        return Stream.concat(Stream.of(roomName(), now.name().value()), people);
    }

    /// Whether the room closes for all when this participant leaves: its host does, unless it stays
    /// on its server.
    public boolean closesByLeaving() {
        return room.hosting().filter(hosting -> !hosting.staysWithoutHost()).isPresent();
    }

    /// What only a host can do; empty for others.
    public Optional<HostViewModel> host() {
        return host;
    }

    /// Whether the invite is another one, and this was not put away yet.
    public ReadOnlyBooleanProperty inviteRenewed() {
        return inviteRenewed.getReadOnlyProperty();
    }

    public void dismissInviteRenewed() {
        inviteRenewed.set(false);
    }

    /// The words that this participant reads to others; empty before it was in the room.
    public Optional<VerifyCode> code() {
        return code;
    }

    /// The invite link for other participants: a secret.
    public String inviteLink() {
        return room.invite().link();
    }

    /// The room code for people on the local network: a secret.
    public String roomCode() {
        return room.invite().secret().text();
    }

    public ReadOnlyObjectProperty<RoomStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// The latest problem while the session continues, but those of the output and the sources,
    /// which show their own.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the user is asked to confirm that leaving closes the room for others.
    public ReadOnlyBooleanProperty askingToClose() {
        return askingToClose.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty leaving() {
        return leaving.getReadOnlyProperty();
    }

    /// Updates all texts after a change of the language.
    public void refreshTexts() {
        presence.refreshTexts();
        show(room.session().snapshot());
    }

    /// An invite to another room that was opened outside the window; the user is asked.
    public ReadOnlyObjectProperty<Optional<Invite>> offer() {
        return offer.getReadOnlyProperty();
    }

    /// The room to join after this one.
    public Optional<Invite> next() {
        return next;
    }

    /// Asks whether to go to another room; an invite to this room is ignored.
    public void offer(Invite invite) {
        boolean same = invite.room().equals(room.invite().room());
        if (!same || !invite.secret().equals(room.invite().secret())) {
            offer.set(Optional.of(invite));
        }
    }

    public void acceptOffer() {
        next = offer.get();
        offer.set(Optional.empty());
        leaveNow();
    }

    public void declineOffer() {
        offer.set(Optional.empty());
    }

    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Leaves the room. Asks first if that closes the room for others; the second call leaves.
    public void leave() {
        boolean othersGoToo = closesByLeaving() && !people.people().isEmpty();
        if (othersGoToo && !askingToClose.get() && !status.get().ended()) {
            askingToClose.set(true);
        } else {
            leaveNow();
        }
    }

    public void leaveNow() {
        if (leaving.get()) {
            return;
        }
        leaving.set(true);
        askingToClose.set(false);
        stopListening.run();
        room.session().beginLeaving();
        threads.background().execute(this::close);
    }

    public void stay() {
        askingToClose.set(false);
    }

    private void close() {
        try {
            room.close();
        } catch (RuntimeException e) {
            LOG.error("leaving the room did not go well", e);
        } finally {
            threads.fx().execute(onLeft);
        }
    }

    /// Session thread.
    private void onEvent(SessionEvent event) {
        switch (event) {
            case SessionEvent.ChatReceived received ->
                    threads.fx().execute(() -> chat.receive(received));
            case SessionEvent.StatsCollected collected ->
                    threads.fx().execute(() -> showStats(collected));
            case SessionEvent.ProblemOccurred(Problem occurred, _) -> occurred(occurred);
            case SessionEvent.RecordingChanged(RecordingStatus status) ->
                    threads.fx().execute(() -> record.show(status));
            case SessionEvent.ConnectionChanged _, SessionEvent.SettingChanged _ -> refreshSoon();
            case SessionEvent.OutputChanged _ -> refreshSoon();
            case SessionEvent.ParticipantJoined(IdentityKey id, String name, _, _) -> {
                refreshSoon();
                threads.fx().execute(() -> joined(id, name));
            }
            case SessionEvent.ParticipantLeft(IdentityKey id, String name, _) -> {
                refreshSoon();
                threads.fx().execute(() -> presence.left(id, name));
            }
            case SessionEvent.ParticipantRenamed _, SessionEvent.LinkChanged _ -> refreshSoon();
            case SessionEvent.TrackAdded _, SessionEvent.TrackChanged _ -> refreshSoon();
            case SessionEvent.TrackRemoved _, SessionEvent.SourceChanged _ -> refreshSoon();
            case SessionEvent.SourceRemoved _ -> refreshSoon();
            case SessionEvent.InviteChanged _ -> threads.fx().execute(this::inviteChanged);
            case SessionEvent.SecretHandedOver _ -> {}
        }
    }

    private void inviteChanged() {
        Invite before = invite;
        invite = room.invite();
        inviteRenewed.set(true);
        inviteListener.accept(before, invite);
        refreshSoon();
    }

    /// What the output or a source shows itself, and takes back itself, is not repeated here.
    private void occurred(Problem occurred) {
        SessionSnapshot now = room.session().snapshot();
        Optional<Problem> ofOutput = now.output().problem();
        Stream<Problem> ofSources =
                now.sources().stream().flatMap(source -> source.status().trouble().stream());
        if (Stream.concat(ofOutput.stream(), ofSources).noneMatch(occurred::equals)) {
            threads.fx().execute(() -> problem.set(Optional.of(occurred)));
        }
    }

    private void joined(IdentityKey id, String name) {
        if (presence.joined(id, name)) {
            joinListener.accept(name);
        }
    }

    /// Several events cause one refresh.
    private void refreshSoon() {
        if (stale.compareAndSet(false, true)) {
            threads.fx()
                    .execute(() -> {
                        stale.set(false);
                        show(room.session().snapshot());
                    });
        }
    }

    private void show(SessionSnapshot now) {
        sources.show(now.sources());
        people.show(now.participants());
        names.keepOnly(id -> people.isThere(id) || chat.isFrom(id));
        host.ifPresent(model -> model.show(now.participants()));
        output.show(now.output());
        status.set(RoomStatus.of(now.connection(), wording));
        if (now.connection() instanceof ConnectionStatus.InRoom(VerifyCode own)) {
            code = Optional.of(own);
        }
        if (people.people().isEmpty()) {
            askingToClose.set(false);
        }
    }

    private void showStats(SessionEvent.StatsCollected collected) {
        stats.show(collected);
        people.showStats(collected.tracks());
    }
}
