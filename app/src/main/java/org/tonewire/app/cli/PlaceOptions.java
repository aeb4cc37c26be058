package org.tonewire.app.cli;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.KeepTime;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.RoomPlace.Here;
import org.tonewire.app.core.host.RoomPlace.OnServer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.AdvertisedHost;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that say where a room lives.
@Command
final class PlaceOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            converter = HostCommand.PortConverter.class,
            description = "Port to listen on; 0 means any free port.")
    private @Nullable Integer port;

    @Option(
            names = "--advertise",
            paramLabel = "HOST",
            converter = AdvertiseConverter.class,
            description = {
                "Host name or address for the invite, if others reach this computer under another",
                "one than its own (behind a router, by a domain name)."
            })
    private @Nullable String advertise;

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            converter = ServerConverter.class,
            description = {
                "Opens the room on this server instead of this computer:",
                "https://HOST[:PORT][/#f=FINGERPRINT]. You are its host there."
            })
    private @Nullable ServerAddress server;

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "What the server wants of those who open rooms there.")
    private @Nullable String token;

    @Option(
            names = "--keep-room",
            paramLabel = "TIME",
            converter = KeepTimeConverter.class,
            description = {
                "How long the room stays on the server without participants, also when you are",
                "gone: 30d, 12h, 45m; 0 ends it with you, as without this option."
            })
    private @Nullable Duration keepRoom;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Refuses options that exclude one another.
    ///
    /// @throws ParameterException a usage error, whose message names them
    void check() {
        if (server != null && port != null) {
            throw usageError("--port is for rooms on this computer; a server has its own port");
        }
        if (server != null && advertise != null) {
            throw usageError(
                    "--advertise is for rooms on this computer; invites name the server of"
                            + " --server");
        }
        if (keepRoom != null && server == null) {
            throw usageError("--keep-room goes with --server");
        }
        if (token != null && server == null) {
            throw usageError("--token goes with --server");
        }
        if (token != null && token.isBlank()) {
            throw usageError("--token is empty; leave it out if the server wants none");
        }
    }

    private ParameterException usageError(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    /// The server that is named.
    Optional<ServerAddress> server() {
        return Optional.ofNullable(server);
    }

    /// @param before where the same room was; what is given here replaces it
    /// @param usualPort on this computer
    RoomPlace place(Optional<RoomPlace> before, int usualPort) {
        if (server != null) {
            return new OnServer(asked(server, before), keep(server, before));
        }
        if (port == null && advertise == null && before.isPresent()) {
            return before.get();
        }
        Optional<Here> here = before.filter(Here.class::isInstance).map(Here.class::cast);
        return new Here(
                Optional.ofNullable(port).or(() -> here.map(Here::port)).orElse(usualPort),
                Optional.ofNullable(advertise).or(() -> here.flatMap(Here::advertisedHost)));
    }

    private Optional<Duration> keep(ServerAddress given, Optional<RoomPlace> before) {
        if (keepRoom != null) {
            return Optional.of(keepRoom).filter(time -> !time.isZero());
        }
        return before.filter(OnServer.class::isInstance)
                .map(OnServer.class::cast)
                .filter(place -> given.isAt(place.server()))
                .flatMap(OnServer::keep);
    }

    /// The invites to a room that goes on name its certificate.
    private ServerAddress asked(ServerAddress given, Optional<RoomPlace> before) {
        ServerAddress pinned =
                before.filter(_ -> given.pin().isEmpty())
                        .filter(OnServer.class::isInstance)
                        .map(place -> ((OnServer) place).server())
                        .filter(given::isAt)
                        .flatMap(ServerAddress::pin)
                        .map(given::pinned)
                        .orElse(given);
        return token == null ? pinned : pinned.showing(token);
    }

    static final class KeepTimeConverter implements CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return KeepTime.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "a time is a number of days, hours or minutes: 30d, 12h, 45m;"
                                            + " or 0"));
        }
    }

    static final class AdvertiseConverter implements CommandLine.ITypeConverter<String> {
        @Override
        public String convert(String value) {
            return AdvertisedHost.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "an invite takes a host name or an IP address that others"
                                            + " reach, without a port: studio.example.org,"
                                            + " 192.0.2.7 or 2001:db8::7"));
        }
    }

    static final class ServerConverter implements CommandLine.ITypeConverter<ServerAddress> {
        @Override
        public ServerAddress convert(String value) {
            return ServerAddress.parse(value)
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException(
                                    "a server is written https://studio.example.org:8443/, with"
                                            + " #f= and the whole fingerprint of its certificate"
                                            + " or without"));
        }
    }
}
