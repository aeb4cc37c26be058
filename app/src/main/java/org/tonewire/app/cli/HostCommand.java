package org.tonewire.app.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.signaling.protocol.RoomName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonewire host`: hosts a room, on this computer or on a server, and joins it.
@Command(
        name = "host",
        mixinStandardHelpOptions = true,
        description = "Opens a room on this computer, or on a server, and prints the invite.")
final class HostCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_PARTICIPANTS = RemoteParticipant.MOST + 1;

    @Option(
            names = "--room",
            paramLabel = "NAME",
            converter = RoomConverter.class,
            defaultValue = "Tonewire",
            description = "The room's name (${DEFAULT-VALUE}).")
    private RoomName room = new RoomName("Tonewire");

    @Mixin private PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            converter = SecretConverter.class,
            hidden = true,
            description = "The room's secret, so that an invite stays valid after a restart.")
    private @Nullable RoomSecret secret;

    @Option(
            names = "--max-participants",
            paramLabel = "N",
            converter = ParticipantsConverter.class,
            description = {
                "Maximum number of participants, you included",
                "(" + HostRequest.USUAL_PARTICIPANTS + ")."
            })
    private @Nullable Integer participants;

    @Option(
            names = "--keep",
            description = {
                "Keeps the room under its name: the next start with this option goes on with it,",
                "and its invites stay valid. Port and other options are as before, unless given."
            })
    private boolean keep;

    @Mixin private SessionOptions session = new SessionOptions();

    private final CommandContext context;

    HostCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        session.check();
        place.check();
        HostRequest request = request();
        return session.headless()
                ? context.missing(session).orElseGet(() -> headless(request)).number()
                : context.window(session, new WindowIntent.Host(request)).number();
    }

    /// The room that is asked for. One that is to be kept is stored at once, with other settings
    /// than it had once it is open.
    private HostRequest request() {
        if (!keep) {
            return request(place.server().flatMap(this::leftOn));
        }
        RoomStore rooms = context.services().storedRooms();
        List<StoredRoom> there =
                rooms.load().stream().filter(each -> isThere(each.request())).toList();
        Optional<StoredRoom> before = StoredRoom.toGoOnWith(there, room);
        HostRequest request = request(before.map(StoredRoom::request));
        StoredRoom kept = before.orElseGet(() -> StoredRoom.of(request, Use.KEPT));
        if (!kept.hosted()) {
            HostRequest known = before.map(StoredRoom::request).orElse(request);
            rooms.save(kept.keptFor(known.with(request.secret())));
        }
        return request;
    }

    /// Whether a room that goes on as it is asked for stays in its place.
    private boolean isThere(HostRequest before) {
        int usual = context.services().settings().hostPort();
        return before.isIn(place.place(Optional.of(before.place()), usual));
    }

    /// The room of this name on a server, if its host did not end it: the server may still have it.
    private Optional<HostRequest> leftOn(ServerAddress server) {
        List<StoredRoom> there =
                context.services().storedRooms().load().stream()
                        .filter(each -> each.isOn(server) && !each.hosted())
                        .toList();
        return StoredRoom.toGoOnWith(there, room).map(StoredRoom::request);
    }

    /// @param before the same room as it was; what is given on the command line replaces it
    private HostRequest request(Optional<HostRequest> before) {
        return new HostRequest(
                room,
                Optional.ofNullable(secret)
                        .or(() -> before.map(HostRequest::secret))
                        .orElseGet(() -> RoomSecret.random(new SecureRandom())),
                before.flatMap(HostRequest::owner),
                place.place(
                        before.map(HostRequest::place), context.services().settings().hostPort()),
                Optional.ofNullable(participants)
                        .or(() -> before.map(HostRequest::participants))
                        .orElse(HostRequest.USUAL_PARTICIPANTS));
    }

    private ExitCode headless(HostRequest request) {
        CommandServices services = context.services();
        EventLines lines = context.lines(session.json());
        HostOutcome outcome = services.roomHost().host(request);
        services.storedRooms().takeProblem().ifPresent(lines::problem);
        return switch (outcome) {
            case HostOutcome.Failed(Problem problem) -> {
                lines.problem(problem);
                yield ExitCode.of(problem.reason());
            }
            case HostOutcome.Started(Hosting hosting) -> {
                lines.hosting(hosting);
                hosting.problems().forEach(lines::problem);
                JoinRequest join = hosting.join(context.name(session));
                yield new HeadlessRun(services, lines).run(join, session, Optional.of(hosting));
            }
        };
    }

    static final class PortConverter implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(value, 0, MAX_PORT, "a port is a number between 0 and 65535");
        }
    }

    static final class ParticipantsConverter implements CommandLine.ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return number(
                    value,
                    2,
                    MAX_PARTICIPANTS,
                    "a room takes a number of participants between 2 and " + MAX_PARTICIPANTS);
        }
    }

    /// @param rule the error message for values out of range
    private static int number(String value, int min, int max, String rule) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The message follows below.
        }
        throw new CommandLine.TypeConversionException(rule);
    }

    static final class SecretConverter implements CommandLine.ITypeConverter<RoomSecret> {
        @Override
        public RoomSecret convert(String value) {
            return RoomSecret.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "a secret is 22 characters of base64url"));
        }
    }

    static final class RoomConverter implements CommandLine.ITypeConverter<RoomName> {
        @Override
        public RoomName convert(String value) {
            return RoomName.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "a room's name has 1 to 64 letters, digits, spaces or"
                                            + " . _ -"));
        }
    }
}
