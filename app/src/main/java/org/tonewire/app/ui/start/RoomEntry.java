package org.tonewire.app.ui.start;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.RoomAccess;
import org.tonewire.app.ui.model.UiThreads;
import org.tonewire.signaling.protocol.ParticipantName;

/// One attempt to open or join a room; it can be cancelled at any time. Started and cancelled on
/// the FX thread; blocking work runs in the background.
final class RoomEntry {
    private static final Logger LOG = LoggerFactory.getLogger(RoomEntry.class);

    private final CompletionStage<RoomAccess> access;
    private final UiThreads threads;
    private final EntryListener listener;

    /// The room opened so far; whoever takes it out must close it or pass it on.
    private final AtomicReference<@Nullable ActiveRoom> room = new AtomicReference<>();

    private final AtomicReference<Runnable> stopListening = new AtomicReference<>(() -> {});
    private volatile boolean over;

    RoomEntry(CompletionStage<RoomAccess> access, UiThreads threads, EntryListener listener) {
        this.access = access;
        this.threads = threads;
        this.listener = listener;
    }

    void host(HostRequest request, ParticipantName name, OutputChoice output) {
        inBackground(rooms -> {
            switch (rooms.host().host(request)) {
                case HostOutcome.Failed(Problem problem) -> tell(() -> fail(problem));
                case HostOutcome.Started(Hosting hosting) ->
                        enterHosted(rooms, hosting, name, output);
            }
        });
    }

    void join(JoinRequest request, OutputChoice output) {
        inBackground(rooms -> enter(rooms, request, output, Optional.empty()));
    }

    /// FX thread.
    void cancel() {
        over = true;
        threads.background().execute(this::discard);
    }

    private void enterHosted(
            RoomAccess rooms, Hosting hosting, ParticipantName name, OutputChoice output) {
        if (over) {
            hosting.close();
            return;
        }
        JoinRequest request = hosting.join(name);
        try {
            enter(rooms, request, output, Optional.of(hosting));
        } catch (RuntimeException e) {
            hosting.close();
            throw e;
        }
    }

    private void enter(
            RoomAccess rooms, JoinRequest request, OutputChoice output, Optional<Hosting> hosting) {
        if (over) {
            hosting.ifPresent(Hosting::close);
            return;
        }
        RoomSession session =
                rooms.sessions()
                        .join(
                                request,
                                output,
                                event -> hosting.ifPresent(here -> here.happened(event)));
        room.set(new ActiveRoom(session, hosting));
        if (over) {
            discard();
            return;
        }
        stopListening.set(session.onEvent(this::onEvent));
        status(session.snapshot().connection());
    }

    private void onEvent(SessionEvent event) {
        if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus status)) {
            status(status);
        }
    }

    private void status(ConnectionStatus status) {
        tell(() -> {
            switch (status) {
                case ConnectionStatus.Connecting() -> {}
                case ConnectionStatus.Reconnecting(Problem problem, _) -> listener.waiting(problem);
                case ConnectionStatus.InRoom _ -> handOver();
                case ConnectionStatus.Ended(Optional<Problem> problem) ->
                        fail(problem.orElse(Problem.of(Reason.HOST_UNREACHABLE)));
            }
        });
    }

    private void handOver() {
        over = true;
        stopListening.get().run();
        @Nullable ActiveRoom entered = room.getAndSet(null);
        if (entered != null) {
            listener.entered(entered);
        }
    }

    private void fail(Problem problem) {
        over = true;
        threads.background().execute(this::discard);
        listener.failed(problem);
    }

    private void discard() {
        stopListening.get().run();
        @Nullable ActiveRoom unwanted = room.getAndSet(null);
        if (unwanted != null) {
            unwanted.close();
        }
    }

    private void tell(Runnable news) {
        threads.fx()
                .execute(() -> {
                    if (!over) {
                        news.run();
                    }
                });
    }

    private void inBackground(Consumer<RoomAccess> work) {
        var _ =
                access.thenAcceptAsync(work, threads.background())
                        .whenComplete((_, bug) -> {
                            if (bug != null) {
                                LOG.error("getting into the room failed", bug);
                                tell(() -> fail(Problem.of(Reason.INTERNAL)));
                            }
                        });
    }
}
