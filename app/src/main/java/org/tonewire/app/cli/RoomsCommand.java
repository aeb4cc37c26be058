package org.tonewire.app.cli;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.KeepTime;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.app.shell.server.OwnedRooms.Standing;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `tonewire rooms`: lists the rooms on servers that were opened from this computer, prints the
/// invite of one again, or closes one.
@Command(
        name = "rooms",
        mixinStandardHelpOptions = true,
        description = "Lists your rooms on servers, prints an invite again, or closes one.")
final class RoomsCommand implements Callable<Integer> {
    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = PlaceOptions.ServerConverter.class,
            description = "Only rooms on this server: https://HOST[:PORT].")
    private @Nullable ServerAddress server;

    @Option(
            names = "--invite",
            paramLabel = "NAME",
            converter = HostCommand.RoomConverter.class,
            description = "Prints the invite of this room.")
    private @Nullable RoomName invite;

    @Option(
            names = "--close",
            paramLabel = "NAME",
            converter = HostCommand.RoomConverter.class,
            description = "Closes this room for all; its invites become invalid.")
    private @Nullable RoomName close;

    @Option(names = "--json", description = "Prints one JSON object per line.")
    private boolean json;

    @Spec private @Nullable CommandSpec command;

    private final CommandContext context;

    RoomsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        @Nullable RoomName toShow = invite;
        @Nullable RoomName toClose = close;
        if (toShow != null && toClose != null) {
            throw usageError("--invite and --close exclude each other");
        }
        OwnedRooms rooms = context.services().ownedRooms();
        List<StoredRoom> all =
                rooms.list().stream().filter(room -> server == null || room.isOn(server)).toList();
        context.services().storedRooms().takeProblem().ifPresent(context.lines(json)::problem);
        if (toShow != null) {
            return named(all, toShow).map(this::printInvite).orElseGet(() -> missing(toShow));
        }
        if (toClose != null) {
            return named(all, toClose)
                    .map(room -> close(rooms, room))
                    .orElseGet(() -> missing(toClose));
        }
        list(rooms, all);
        return ExitCode.DONE.number();
    }

    private ParameterException usageError(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    /// The room of this name.
    ///
    /// @throws ParameterException if several servers have one
    private Optional<StoredRoom> named(List<StoredRoom> all, RoomName name) {
        List<StoredRoom> named = all.stream().filter(room -> room.name().equals(name)).toList();
        if (named.stream().map(RoomsCommand::authority).distinct().count() > 1) {
            throw usageError("several servers have a room of this name; say which by --server");
        }
        return named.stream().findFirst();
    }

    private static String authority(StoredRoom room) {
        return room.request().server().orElseThrow().authority();
    }

    private int missing(RoomName name) {
        context.lines(json).problem(new Problem(Reason.NO_OWNED_ROOM, name.value()));
        return ExitCode.of(Reason.NO_OWNED_ROOM).number();
    }

    private int printInvite(StoredRoom room) {
        String link = OwnedRooms.invite(room).link();
        JsonObject line = line("room-invite", room);
        line.addProperty("invite", link);
        print(line, link);
        return ExitCode.DONE.number();
    }

    private int close(OwnedRooms rooms, StoredRoom room) {
        Optional<Problem> failed = rooms.close(room);
        if (failed.isPresent()) {
            context.lines(json).problem(failed.get());
            return ExitCode.of(failed.get().reason()).number();
        }
        print(line("room-closed", room), text("cli.rooms.closed", room.name().value()));
        return ExitCode.DONE.number();
    }

    private void list(OwnedRooms rooms, List<StoredRoom> all) {
        all.forEach(room -> show(room, rooms.standing(room)));
        if (all.isEmpty() && !json) {
            print(new JsonObject(), text("cli.rooms.none"));
        }
    }

    private void show(StoredRoom room, Standing standing) {
        JsonObject line = line("room", room);
        String words =
                switch (standing) {
                    case Standing.There(RoomState state) -> there(line, state);
                    case Standing.Gone() -> {
                        line.addProperty("state", "gone");
                        yield text("cli.rooms.gone");
                    }
                    case Standing.Unknown(Problem problem) -> {
                        String why = context.services().wording().problem(problem);
                        line.addProperty("state", "unknown");
                        line.addProperty("reason", problem.reason().wireName());
                        line.addProperty("message", why);
                        yield why;
                    }
                };
        print(line, text("cli.rooms.room", room.name().value(), authority(room), words));
    }

    private String there(JsonObject line, RoomState state) {
        line.addProperty("state", "open");
        line.addProperty("participants", state.participants());
        line.addProperty("keepSeconds", state.keep().toSeconds());
        state.closesIn().ifPresent(time -> line.addProperty("closesInSeconds", time.toSeconds()));
        state.age().ifPresent(time -> line.addProperty("ageSeconds", time.toSeconds()));
        String since = state.age().map(KeepTime::text).orElse("–");
        String inside = String.valueOf(state.participants());
        Optional<Duration> closes = state.closesIn();
        if (closes.isPresent()) {
            return text("cli.rooms.closes", KeepTime.text(closes.get()), since);
        }
        return state.keep().isZero()
                ? text("cli.rooms.inside", inside, since)
                : text("cli.rooms.stays", inside, KeepTime.text(state.keep()), since);
    }

    private static JsonObject line(String event, StoredRoom room) {
        JsonObject line = JsonLines.event(event);
        line.addProperty("room", room.name().value());
        line.addProperty("server", authority(room));
        return line;
    }

    private void print(JsonObject line, String words) {
        var out = context.services().streams().out();
        out.println(json ? line.toString() : words);
        out.flush();
    }

    private String text(String key, Object... arguments) {
        return context.services().wording().text(key, arguments);
    }
}
