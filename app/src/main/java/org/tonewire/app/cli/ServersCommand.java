package org.tonewire.app.cli;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tonewire servers`: lists the servers on which rooms were opened from this computer, or forgets
/// one. Tokens are not printed.
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description = "Lists the servers on which you opened rooms, or forgets one.")
final class ServersCommand implements Callable<Integer> {
    @Option(
            names = "--forget",
            paramLabel = "ADDRESS",
            converter = PlaceOptions.ServerConverter.class,
            description = {
                "Forgets the certificate and the token of this server, https://HOST[:PORT]: the",
                "next certificate that it shows is taken."
            })
    private @Nullable ServerAddress forget;

    @Option(names = "--json", description = "Prints one JSON object per line.")
    private boolean json;

    private final CommandContext context;

    ServersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ServerStore servers = context.services().knownServers();
        List<KnownServer> all = servers.load();
        ExitCode code = forget == null ? list(all) : forget(servers, all, forget);
        servers.takeProblem().ifPresent(context.lines(json)::problem);
        return code.number();
    }

    private ExitCode list(List<KnownServer> all) {
        all.forEach(server -> print(line(server), words(server)));
        if (all.isEmpty() && !json) {
            print(new JsonObject(), text("cli.servers.none"));
        }
        return ExitCode.DONE;
    }

    private ExitCode forget(ServerStore servers, List<KnownServer> all, ServerAddress server) {
        if (all.stream().noneMatch(known -> known.address().isAt(server))) {
            context.lines(json).problem(new Problem(Reason.NO_KNOWN_SERVER, server.authority()));
            return ExitCode.of(Reason.NO_KNOWN_SERVER);
        }
        servers.forget(server);
        print(line("server-forgotten", server), text("cli.servers.forgotten", server.authority()));
        return ExitCode.DONE;
    }

    private String words(KnownServer server) {
        ServerAddress address = server.address();
        String day = LocalDate.ofInstant(server.lastUsed(), ZoneId.systemDefault()).toString();
        String words =
                address.pin()
                        .map(pin ->
                                text("cli.servers.pinned", address.authority(), pin.text(), day))
                        .orElseGet(() -> text("cli.servers.trusted", address.authority(), day));
        return address.token().isPresent() ? text("cli.servers.token", words) : words;
    }

    private static JsonObject line(KnownServer server) {
        ServerAddress address = server.address();
        JsonObject line = line("server", address);
        address.pin().ifPresent(pin -> line.addProperty("fingerprint", pin.text()));
        line.addProperty("token", address.token().isPresent());
        line.addProperty("lastUsed", server.lastUsed().toString());
        return line;
    }

    private static JsonObject line(String event, ServerAddress server) {
        JsonObject line = JsonLines.event(event);
        line.addProperty("server", server.authority());
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
