package org.tonewire.app.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.RunningServer;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRequest.ListenPort;
import org.tonewire.app.core.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tonewire server`: the signaling server alone, for rooms that clients open.
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        description = "Runs the signaling server without taking part in a room.")
final class ServerCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 8_443;
    private static final int MAX_PORT = 65_535;

    @Option(
            names = {"--listen", "--port"},
            paramLabel = "[wss:]PORT",
            converter = PortConverter.class,
            description = {
                "A port to listen at, once for each (8443). Plain and TLS connections share it;",
                "behind wss: it takes TLS alone. 0 takes a free one."
            })
    private List<ListenPort> ports = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "0.0.0.0",
            description = "The address to listen at (${DEFAULT-VALUE}).")
    private String host = "0.0.0.0";

    @Option(names = "--tls-cert", paramLabel = "F", description = "Certificate chain, PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "F", description = "Its key, PKCS #8 PEM.")
    private @Nullable Path key;

    @Option(
            names = "--log-level",
            paramLabel = "L",
            defaultValue = "INFO",
            description = "DEBUG, INFO, WARNING or ERROR (${DEFAULT-VALUE}).")
    private LogLevel logLevel = LogLevel.INFO;

    @Option(names = "--json", description = "One JSON event a line on standard output.")
    private boolean json;

    private final Face face;

    ServerCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws InterruptedException {
        if ((certificate == null) != (key == null)) {
            face.parts().streams().err().println("--tls-cert and --tls-key go together");
            return ExitCode.USAGE.number();
        }
        face.parts().logLevel(logLevel);
        return switch (face.parts().serverHost().start(request())) {
            case ServerOutcome.Failed(Problem problem) -> {
                face.lines(json).problem(problem);
                yield ExitCode.of(problem.reason()).number();
            }
            case ServerOutcome.Started(RunningServer server) -> serve(server);
        };
    }

    private ServerRequest request() {
        List<ListenPort> wanted =
                ports.isEmpty() ? List.of(new ListenPort(DEFAULT_PORT, false)) : ports;
        Optional<ServerRequest.CertificateFiles> files =
                certificate == null || key == null
                        ? Optional.empty()
                        : Optional.of(new ServerRequest.CertificateFiles(certificate, key));
        return new ServerRequest(host, wanted, files);
    }

    /// Until a signal comes.
    private int serve(RunningServer server) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("signal")
                                .unstarted(() -> {
                                    server.close();
                                    Runtime.getRuntime().halt(ExitCode.DONE.number());
                                }));
        server.ports().forEach(port -> listening(port, server));
        new CountDownLatch(1).await();
        return ExitCode.DONE.number();
    }

    private void listening(int port, RunningServer server) {
        var out = face.parts().streams().out();
        if (json) {
            JsonObject line = new JsonObject();
            line.addProperty("event", "listening");
            line.addProperty("port", port);
            line.addProperty("fingerprint", server.pin().text());
            out.println(line);
        } else {
            out.println(
                    face.parts()
                            .wording()
                            .text("cli.serving", String.valueOf(port), server.pin().text()));
        }
        out.flush();
    }

    static final class PortConverter implements CommandLine.ITypeConverter<ListenPort> {
        @Override
        public ListenPort convert(String value) {
            String lower = value.toLowerCase(Locale.ROOT);
            boolean tls = lower.startsWith("wss:");
            try {
                int port = Integer.parseInt(tls ? lower.substring(4) : lower);
                if (port >= 0 && port <= MAX_PORT) {
                    return new ListenPort(port, tls);
                }
            } catch (NumberFormatException _) {
                throw new CommandLine.TypeConversionException(
                        "a port is a number, or wss: and a number");
            }
            throw new CommandLine.TypeConversionException("a port is between 0 and 65535");
        }
    }
}
