package org.tonewire.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.DistinctNames;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.text.Wording;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Prints events as sentences for people. Statistics are printed only with `--json`.
final class PlainLines implements EventLines {
    private final PrintStream out;
    private final PrintStream err;
    private final Wording wording;
    private final DistinctNames names = new DistinctNames();
    private Optional<Hosting> hosted = Optional.empty();

    PlainLines(PrintStream out, PrintStream err, Wording wording) {
        this.out = out;
        this.err = err;
        this.wording = wording;
    }

    @Override
    public void hosting(Hosting hosting) {
        hosted = Optional.of(hosting);
        hosting.firstPin().ifPresent(pin -> say("cli.first-fingerprint", pin.text()));
        String room = hosting.invite().room().value();
        hosting.server()
                .ifPresentOrElse(
                        server -> say("cli.hosting-on-server", room, server.authority()),
                        () -> say("cli.hosting", room, String.valueOf(hosting.port())));
        out.println(hosting.invite().link());
        out.flush();
        listenLink();
    }

    private void listenLink() {
        hosted.flatMap(Hosting::listenLink).ifPresent(link -> say("cli.listen-link", link.text()));
    }

    private void inviteChanged(Invite invite) {
        say("cli.invite-changed");
        out.println(hosted.map(Hosting::invite).orElse(invite).link());
        out.flush();
        listenLink();
    }

    @Override
    public void problem(Problem problem) {
        err.println(wording.problem(problem));
        err.flush();
    }

    @Override
    public void refused(String why) {
        err.println(why);
        err.flush();
    }

    @Override
    public void help(String commands) {
        refused(commands);
    }

    /// What was missed on a terminal is past.
    @Override
    public void dropped(long events) {}

    @Override
    public void happened(SessionEvent event) {
        switch (event) {
            case SessionEvent.ConnectionChanged(var status) -> connection(status);
            case SessionEvent.ParticipantJoined(IdentityKey id, String name, _, _) ->
                    say("cli.participant-joined", names.of(id, name));
            case SessionEvent.ParticipantRenamed(IdentityKey id, String name) ->
                    say("cli.participant-renamed", names.of(id, name));
            case SessionEvent.ParticipantLeft(IdentityKey id, String name, boolean lost) -> {
                say(lost ? "cli.participant-lost" : "cli.participant-left", names.of(id, name));
                names.keepOnly(other -> !other.equals(id));
            }
            case SessionEvent.TrackAdded(_, String name) -> say("cli.track-added", name);
            case SessionEvent.SourceChanged(_, String name, var status) -> source(name, status);
            case SessionEvent.OutputChanged(String device, var problem) -> output(device, problem);
            case SessionEvent.ChatReceived(var from, String name, String text) ->
                    say("cli.chat", from.map(id -> names.of(id, name)).orElse(name), text);
            case SessionEvent.RecordingChanged(var status) -> recording(status);
            case SessionEvent.ProblemOccurred(Problem problem, _) -> problem(problem);
            case SessionEvent.InviteChanged(Invite invite, _) -> inviteChanged(invite);
            case SessionEvent.LinkChanged _,
                    SessionEvent.TrackChanged _,
                    SessionEvent.TrackRemoved _,
                    SessionEvent.SourceRemoved _,
                    SessionEvent.SettingChanged _,
                    SessionEvent.SecretHandedOver _,
                    SessionEvent.StatsCollected _ -> {}
        }
    }

    private void connection(ConnectionStatus status) {
        switch (status) {
            case ConnectionStatus.Connecting() -> say("cli.connecting");
            case ConnectionStatus.InRoom _ -> say("cli.joined");
            case ConnectionStatus.Reconnecting(Problem problem, _) -> problem(problem);
            case ConnectionStatus.Ended(Optional<Problem> problem) -> {
                problem.ifPresent(this::problem);
                say("cli.left");
            }
        }
    }

    private void source(String name, SourceStatus status) {
        switch (status) {
            case SourceStatus.Opening() -> {}
            case SourceStatus.Live() -> say("cli.source-live", name);
            case SourceStatus.Finished() -> say("cli.source-finished", name);
            case SourceStatus.Waiting(Problem problem) -> problem(problem);
            case SourceStatus.Failed(Problem problem) -> problem(problem);
        }
    }

    /// A problem has a line already.
    private void output(String device, Optional<Problem> problem) {
        if (problem.isEmpty() && !device.isEmpty()) {
            say("cli.output", device);
        }
    }

    private void recording(RecordingStatus status) {
        switch (status) {
            case RecordingStatus.Off() -> {}
            case RecordingStatus.Running(Path folder, List<TrackLoss> losses) -> {
                if (losses.isEmpty()) {
                    say("cli.recording", folder.toString());
                }
            }
            case RecordingStatus.Ended(Path folder, int files, List<TrackLoss> losses) -> {
                say("cli.recorded", files, folder.toString());
                losses.stream()
                        .map(TrackLoss::title)
                        .distinct()
                        .forEach(title -> say("cli.not-recorded", title));
            }
        }
    }

    /// Always true: a room stays open after its terminal is closed.
    @Override
    public boolean hasReader() {
        return true;
    }

    private void say(String key, Object... arguments) {
        out.println(wording.text(key, arguments));
        out.flush();
    }
}
