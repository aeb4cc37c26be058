package org.tonewire.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.cli.network.NetworkConverter;
import org.tonewire.app.cli.network.PortConverter;
import org.tonewire.app.cli.network.TurnOptions;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRequest.ListenPort;
import org.tonewire.app.core.host.ServerRules;
import org.tonewire.signaling.protocol.IpNetwork;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.protocol.ice.IceService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Options of the server. A properties file can contain each of them, under its longest name
/// without dashes.
@Command
public final class ServerOptions {
    static final String ROOM_TOKEN = "--room-token";

    private static final int DEFAULT_PORT = 8_443;

    @Option(
            names = {"--listen", "--port"},
            paramLabel = "[wss:]PORT",
            split = ",",
            converter = PortConverter.class,
            description = {
                "Port to listen on; may be repeated (8443). Plain and TLS connections share it;",
                "with wss: it accepts only TLS. 0 means any free port."
            })
    private List<ListenPort> ports = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = ServerRequest.EVERYWHERE,
            description = {
                "Address to listen on (${DEFAULT-VALUE}: all of this computer, IPv4 and IPv6);",
                "0.0.0.0 is all of IPv4."
            })
    private String host = ServerRequest.EVERYWHERE;

    @Option(names = "--tls-cert", paramLabel = "F", description = "Certificate chain, PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "F", description = "Its key, PKCS #8 PEM.")
    private @Nullable Path key;

    @Option(
            names = ROOM_TOKEN,
            paramLabel = "T",
            description = "Token that clients need to enter rooms without a key.")
    private @Nullable String roomToken;

    @Option(
            names = "--allow-origin",
            paramLabel = "ORIGIN",
            split = ",",
            converter = OriginConverter.class,
            description = {
                "Origin of web pages that may use the server, such as https://example.org;",
                "may be repeated (all)."
            })
    private Set<WebOrigin> origins = new HashSet<>();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "NETWORK",
            split = ",",
            converter = NetworkConverter.class,
            description = {
                "Network of proxies whose X-Forwarded-For names the address of a client, such as",
                "127.0.0.1 or 10.0.0.0/8; may be repeated (none)."
            })
    private Set<IpNetwork> proxies = new HashSet<>();

    @Mixin private TurnOptions turn = new TurnOptions();

    private TurnOptions.@Nullable Meaning turnMeaning;

    @Option(
            names = "--messages",
            paramLabel = "FILE",
            description = "Stores the texts of data channels in this SQLite file.")
    private @Nullable Path messages;

    @Option(
            names = "--keep-rooms",
            paramLabel = "TIME",
            converter = PlaceOptions.KeepTimeConverter.class,
            description = {
                "How long rooms stay without participants, at most, if their owners ask for it:",
                "30d, 12h, 45m; 0 for not at all (30d)."
            })
    private @Nullable Duration keepRooms;

    @Option(
            names = "--rooms-file",
            paramLabel = "FILE",
            description = "Has the rooms that stay again after a restart.")
    private @Nullable Path roomsFile;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            split = ",",
            description = {
                "Changes a limit: message_bytes, messages_per_second, sockets,",
                "sockets_per_address, participants, rooms, rooms_per_owner, rooms_per_address,",
                "login_seconds."
            })
    private Map<ServerLimit, Integer> limits = new EnumMap<>(ServerLimit.class);

    @Option(
            names = "--log-level",
            paramLabel = "L",
            defaultValue = "INFO",
            description = "DEBUG, INFO, WARNING or ERROR (INFO).")
    private LogLevel logLevel = LogLevel.INFO;

    @Option(
            names = "--json",
            description = "Prints events and the log as JSON objects, one per line.")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A properties file with these options, such as listen=8000,wss:8765.")
    private @Nullable Path config;

    /// These options, completed by the options file.
    ///
    /// @throws CommandLine.ParameterException with a message for people
    public ServerOptions withFile(List<String> arguments) {
        if (config == null) {
            return this;
        }
        ServerOptions all = new ServerOptions();
        CommandLine line =
                new CommandLine(all)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setDefaultValueProvider(OptionsFile.read(config, new CommandLine(this)));
        var _ = line.parseArgs(arguments.toArray(String[]::new));
        return all;
    }

    /// The conflict between options, if any.
    public Optional<String> problem() {
        if ((certificate == null) != (key == null)) {
            return Optional.of("--tls-cert and --tls-key go together");
        }
        if (roomToken != null && roomToken.isBlank()) {
            return Optional.of(ROOM_TOKEN + " is empty; leave it out to require none");
        }
        if (limits.values().stream().anyMatch(value -> value < 1)) {
            return Optional.of("a limit is 1 at least");
        }
        return turnMeaning() instanceof TurnOptions.Meaning.Wrong(String why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Reads the file of the secret once: it may change meanwhile.
    private TurnOptions.Meaning turnMeaning() {
        TurnOptions.Meaning known = turnMeaning;
        if (known == null) {
            known = turn.meaning(Optional.ofNullable(System.getenv(TurnOptions.VARIABLE)));
            turnMeaning = known;
        }
        return known;
    }

    public ServerRequest request() {
        List<ListenPort> wanted =
                ports.isEmpty() ? List.of(new ListenPort(DEFAULT_PORT, false)) : ports;
        Optional<ServerRequest.CertificateFiles> files =
                certificate == null || key == null
                        ? Optional.empty()
                        : Optional.of(new ServerRequest.CertificateFiles(certificate, key));
        ServerRules rules =
                new ServerRules(
                        Optional.ofNullable(roomToken),
                        origins,
                        proxies,
                        limits,
                        turnMeaning() instanceof TurnOptions.Meaning.Usable(IceService service)
                                ? service
                                : IceService.NONE,
                        new ServerRules.Files(
                                Optional.ofNullable(messages), Optional.ofNullable(roomsFile)),
                        Optional.ofNullable(keepRooms));
        return new ServerRequest(host, wanted, files, rules);
    }

    public LogLevel logLevel() {
        return logLevel;
    }

    public boolean isJson() {
        return json;
    }

    /// Parses the origin of web pages, in any way of writing it. One that no browser sends is
    /// refused.
    static final class OriginConverter implements CommandLine.ITypeConverter<WebOrigin> {
        @Override
        public WebOrigin convert(String value) {
            if (value.strip().equals("*")) {
                throw wrong(value, "leave --allow-origin out to allow all pages");
            }
            return switch (WebOrigin.parse(value)) {
                case WebOrigin.Parsed.Usable(WebOrigin origin) -> origin;
                case WebOrigin.Parsed.Unusable(String why) -> throw wrong(value, why);
            };
        }

        private static CommandLine.TypeConversionException wrong(String value, String why) {
            return new CommandLine.TypeConversionException("“" + value + "”: " + why);
        }
    }
}
