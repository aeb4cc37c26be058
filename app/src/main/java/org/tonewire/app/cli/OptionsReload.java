package org.tonewire.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.problem.Problem;
import picocli.CommandLine.ParameterException;

/// Reads the options of a running server again, and its certificate. Options that are wrong change
/// nothing. Called on the thread of a signal.
final class OptionsReload {
    private final CommandContext context;
    private final Supplier<ServerOptions> read;
    private final RunningServer server;
    private final ServerOptions begun;

    /// @param read reads the options; throws [ParameterException]
    /// @param begun the options with which the server began
    OptionsReload(
            CommandContext context,
            Supplier<ServerOptions> read,
            RunningServer server,
            ServerOptions begun) {
        this.context = context;
        this.read = read;
        this.server = server;
        this.begun = begun;
    }

    void run() {
        try {
            ServerOptions options = read.get();
            Optional<String> wrong = options.problem();
            if (wrong.isPresent()) {
                refuse(wrong.get());
            } else {
                apply(options);
            }
        } catch (ParameterException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void apply(ServerOptions options) {
        context.services().logLevel(options.logLevel());
        if (begun.isJson()) {
            context.services().logAsJson();
        }
        Optional<Problem> certificate = server.reload(options.request());
        certificate.ifPresent(context.lines(begun.isJson())::problem);
        List<String> later = later(options);
        var out = context.services().streams().out();
        if (begun.isJson()) {
            JsonObject line = JsonLines.event("reloaded");
            line.addProperty("fingerprint", server.pin().text());
            JsonArray names = new JsonArray();
            later.forEach(names::add);
            line.add("later", names);
            out.println(line);
        } else {
            out.println(context.services().wording().text("cli.reloaded", server.pin().text()));
            if (!later.isEmpty()) {
                out.println(
                        context.services()
                                .wording()
                                .text("cli.reloaded-later", String.join(", ", later)));
            }
        }
        out.flush();
    }

    private void refuse(String why) {
        context.lines(begun.isJson())
                .refused(context.services().wording().text("cli.reload-refused", why));
    }

    /// The options that changed and need another start.
    private List<String> later(ServerOptions options) {
        ServerRequest before = begun.request();
        ServerRequest now = options.request();
        List<String> names = new ArrayList<>();
        if (!now.ports().equals(before.ports())) {
            names.add("listen");
        }
        if (!now.host().equals(before.host())) {
            names.add("host");
        }
        if (!now.rules().files().messages().equals(before.rules().files().messages())) {
            names.add("messages");
        }
        if (!now.rules().files().rooms().equals(before.rules().files().rooms())) {
            names.add("rooms-file");
        }
        if (!now.rules().files().redis().equals(before.rules().files().redis())) {
            names.add("redis");
        }
        if (options.isJson() != begun.isJson()) {
            names.add("json");
        }
        return names;
    }
}
