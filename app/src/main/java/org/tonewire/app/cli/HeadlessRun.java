package org.tonewire.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceIds;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.shell.settings.Settings;

/// A session without a window. It runs until the session ends, a signal arrives, or a source or
/// output requested at the start cannot be opened. Sources and outputs requested later by commands
/// may fail without ending the run.
final class HeadlessRun {
    private static final Logger log = LoggerFactory.getLogger(HeadlessRun.class);

    private final CommandServices services;
    private final QueuedLines lines;
    private final SourceIds ids = new SourceIds();
    private final Set<SourceId> opening = new HashSet<>();
    private final RecordingCheck recordings = new RecordingCheck();
    private final CompletableFuture<ExitCode> end = new CompletableFuture<>();

    /// The output requested at the start, until it is open or replaced.
    private volatile Optional<OutputChoice> startOutput = Optional.empty();

    HeadlessRun(CommandServices services, EventLines lines) {
        this.services = services;
        this.lines = QueuedLines.start(lines, () -> end.complete(ExitCode.DONE));
    }

    /// Runs the session. Blocks until the session has ended and everything is closed.
    ///
    /// @param hosting the room, if this process hosts it; closed after the session
    ExitCode run(JoinRequest request, SessionOptions options, Optional<Hosting> hosting) {
        Settings settings = services.settings();
        services.settingsProblem().ifPresent(lines::problem);
        OutputChoice output = options.output().orElseGet(settings::output);
        List<SourceSpec> sources = options.sources();
        List<SourceId> sourceIds = sources.stream().map(_ -> ids.next()).toList();
        opening.addAll(sourceIds);
        startOutput = Optional.of(output);
        RoomSession session =
                services.sessions()
                        .join(
                                request,
                                output,
                                event -> {
                                    hosting.ifPresent(hosted -> hosted.happened(event));
                                    happened(event);
                                });
        Closing closing = new Closing(session, hosting, lines);
        Thread hook = Thread.ofPlatform().name("signal").unstarted(() -> onSignal(closing));
        Runtime.getRuntime().addShutdownHook(hook);
        options.record()
                .ifPresent(folder -> session.submit(new SessionCommand.StartRecording(folder)));
        for (int i = 0; i < sources.size(); i++) {
            session.submit(new SessionCommand.AddSource(sourceIds.get(i), sources.get(i)));
        }
        if (options.commands()) {
            CommandSubjects subjects =
                    new CommandSubjects(ids, sourceIds, session::snapshot, hosting::isPresent);
            Thread.ofVirtual().name("commands").start(() -> readCommands(session, subjects));
        }
        ExitCode code = end.join();
        closing.close();
        return recordings.after(code);
    }

    /// Shutdown hook. Ends the process itself, because native libraries may crash in the JVM's
    /// normal exit.
    private void onSignal(Closing closing) {
        closing.close();
        services.exit(recordings.after(ExitCode.DONE));
    }

    private void happened(SessionEvent event) {
        lines.happened(event);
        switch (event) {
            case SessionEvent.ConnectionChanged(ConnectionStatus.Ended(var problem)) ->
                    end.complete(problem.map(p -> ExitCode.of(p.reason())).orElse(ExitCode.DONE));
            case SessionEvent.SourceChanged(var id, _, SourceStatus.Failed(Problem problem)) -> {
                if (opening.remove(id)) {
                    end.complete(ExitCode.of(problem.reason()));
                }
            }
            case SessionEvent.SourceChanged(var id, _, SourceStatus.Live()) -> opening.remove(id);
            case SessionEvent.ProblemOccurred(Problem problem, _) -> outputProblem(problem);
            case SessionEvent.OutputChanged(String device, var problem) -> {
                if (problem.isEmpty() && !device.isEmpty()) {
                    startOutput = Optional.empty();
                }
            }
            case SessionEvent.RecordingChanged(var status) -> recordings.changed(status);
            case SessionEvent.ConnectionChanged _,
                    SessionEvent.ParticipantJoined _,
                    SessionEvent.ParticipantRenamed _,
                    SessionEvent.ParticipantLeft _,
                    SessionEvent.LinkChanged _,
                    SessionEvent.TrackAdded _,
                    SessionEvent.TrackChanged _,
                    SessionEvent.TrackRemoved _,
                    SessionEvent.SourceChanged _,
                    SessionEvent.SourceRemoved _,
                    SessionEvent.SettingChanged _,
                    SessionEvent.ChatReceived _,
                    SessionEvent.SecretHandedOver _,
                    SessionEvent.InviteChanged _,
                    SessionEvent.StatsCollected _ -> {}
        }
    }

    /// Ends the run if the output requested at the start, by name, does not exist.
    private void outputProblem(Problem problem) {
        boolean absent =
                startOutput.orElse(null) instanceof OutputChoice.Chosen(DeviceId device)
                        && problem.equals(new Problem(Reason.NO_SUCH_DEVICE, device.value()));
        boolean unclear = problem.reason() == Reason.SEVERAL_DEVICES && startOutput.isPresent();
        if (absent || unclear) {
            end.complete(ExitCode.NO_SUCH_DEVICE);
        }
    }

    private void readCommands(RoomSession session, CommandSubjects subjects) {
        var reader =
                new BufferedReader(
                        new InputStreamReader(services.streams().in(), StandardCharsets.UTF_8));
        try {
            String line = reader.readLine();
            while (line != null) {
                perform(line.strip(), session, subjects);
                line = reader.readLine();
            }
        } catch (IOException _) {
            end.complete(ExitCode.FAILED);
        }
    }

    private void perform(String line, RoomSession session, CommandSubjects subjects) {
        if (line.equals("leave")) {
            end.complete(ExitCode.DONE);
        } else if (!line.isEmpty()) {
            switch (CommandParser.read(line, subjects)) {
                case CommandParser.Understood(SessionCommand command) -> {
                    if (session.snapshot().output().isOpen()) {
                        startOutput = Optional.empty();
                    }
                    session.submit(command);
                }
                case CommandParser.NotUnderstood(String why) -> lines.refused(why);
                case CommandParser.Help() -> lines.help(CommandParser.HELP);
            }
        }
    }

    /// Leaves the room, closes the hosted server, then prints the last events. Idempotent; any
    /// thread.
    private static final class Closing {
        private final RoomSession session;
        private final Optional<Hosting> hosting;
        private final QueuedLines lines;

        Closing(RoomSession session, Optional<Hosting> hosting, QueuedLines lines) {
            this.session = session;
            this.hosting = hosting;
            this.lines = lines;
        }

        synchronized void close() {
            session.leave();
            hosting.ifPresent(Closing::quietly);
            lines.close();
        }

        private static void quietly(Hosting room) {
            try {
                room.close();
            } catch (RuntimeException e) {
                log.warn("what was hosted did not close", e);
            }
        }
    }

    /// Tracks whether recordings are complete. Updated on the session thread, read from any thread.
    private static final class RecordingCheck {
        private volatile boolean running;
        private volatile boolean lost;

        void changed(RecordingStatus status) {
            switch (status) {
                case RecordingStatus.Off() -> lost = true;
                case RecordingStatus.Running(_, var losses) -> {
                    running = true;
                    lost |= !losses.isEmpty();
                }
                case RecordingStatus.Ended(_, _, var losses) -> {
                    running = false;
                    lost |= !losses.isEmpty();
                }
            }
        }

        /// Replaces the exit code of a finished run by FAILED if a recording lost data or did not
        /// end.
        ExitCode after(ExitCode code) {
            return code == ExitCode.DONE && (lost || running) ? ExitCode.FAILED : code;
        }
    }
}
