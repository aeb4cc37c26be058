package org.tonewire.app.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `tonewire server`: runs the signaling server alone, for rooms that clients open.
@Command(
        name = ServerCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Runs the signaling server without taking part in a room.")
final class ServerCommand implements Callable<Integer> {
    static final String NAME = "server";

    @Mixin private ServerOptions given = new ServerOptions();

    @Spec private @Nullable CommandSpec spec;

    private final CommandContext context;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Runnable> onHangup = new AtomicReference<>(() -> {});

    ServerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run(given.withFile(arguments()));
        } catch (ParameterException e) {
            context.services().streams().err().println(e.getMessage());
            return ExitCode.USAGE.number();
        }
    }

    private int run(ServerOptions options) throws InterruptedException {
        Optional<String> wrong = options.problem();
        if (wrong.isPresent()) {
            context.services().streams().err().println(wrong.get());
            return ExitCode.USAGE.number();
        }
        context.services().logLevel(options.logLevel());
        if (options.isJson()) {
            context.services().logAsJson();
        }
        context.services().onHangup(() -> onHangup.get().run(), ended::countDown);
        return switch (context.services().serverHost().start(options.request())) {
            case ServerOutcome.Failed(Problem problem) -> {
                context.lines(options.isJson()).problem(problem);
                yield ExitCode.of(problem.reason()).number();
            }
            case ServerOutcome.Started(RunningServer server) -> serve(server, options);
        };
    }

    /// The arguments after `server` on the command line.
    private List<String> arguments() {
        List<String> all =
                Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
        return all.subList(all.indexOf(NAME) + 1, all.size());
    }

    /// Serves until a signal arrives or the terminal closes. Another signal, SIGHUP, makes it read
    /// its options and certificate again.
    private int serve(RunningServer server, ServerOptions options) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("signal")
                                .unstarted(() -> {
                                    server.close();
                                    context.services().exit(ExitCode.DONE);
                                }));
        server.certificateProblem().ifPresent(context.lines(options.isJson())::problem);
        onHangup.set(
                new OptionsReload(context, () -> given.withFile(arguments()), server, options)
                        ::run);
        server.ports().forEach(port -> listening(port, server, options.isJson()));
        ended.await();
        server.close();
        return ExitCode.DONE.number();
    }

    private void listening(int port, RunningServer server, boolean json) {
        var out = context.services().streams().out();
        if (json) {
            JsonObject line = JsonLines.event("listening");
            line.addProperty("port", port);
            line.addProperty("fingerprint", server.pin().text());
            out.println(line);
        } else {
            out.println(
                    context.services()
                            .wording()
                            .text("cli.serving", String.valueOf(port), server.pin().text()));
        }
        out.flush();
    }
}
