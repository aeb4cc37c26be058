package org.tonewire.app.ui.start;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.ui.model.KnownServers;
import org.tonewire.signaling.protocol.RoomName;

/// The form for opening a room: its name, and where it is to be. FX thread.
public final class HostForm {
    /// Where the room is to be.
    public enum Where {
        HERE,
        ON_SERVER
    }

    /// A field that a failure can be about.
    enum Part {
        ROOM,
        SERVER,
        TOKEN
    }

    private static final Map<Reason, Part> PARTS =
            Map.of(
                    Reason.ROOM_TAKEN, Part.ROOM,
                    Reason.SERVER_UNREACHABLE, Part.SERVER,
                    Reason.NOT_A_SERVER, Part.SERVER,
                    Reason.SERVER_TOO_OLD, Part.SERVER,
                    Reason.SERVER_CERTIFICATE_CHANGED, Part.SERVER,
                    Reason.SERVER_CERTIFICATE_UNKNOWN, Part.SERVER,
                    Reason.CERTIFICATE_MISMATCH, Part.SERVER,
                    Reason.SERVER_FULL, Part.SERVER,
                    Reason.SERVER_TOKEN_MISSING, Part.TOKEN,
                    Reason.SERVER_TOKEN_WRONG, Part.TOKEN);

    private final KnownServers servers;
    private final SecureRandom random = new SecureRandom();
    private final StringProperty roomName = new SimpleStringProperty("");
    private final ObjectProperty<Where> where = new SimpleObjectProperty<>(Where.HERE);
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final ObjectProperty<Duration> keep = new SimpleObjectProperty<>(Duration.ZERO);
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable HostRequest asked;

    /// @param usualPort of rooms on this computer; 0 for a free one
    HostForm(int usualPort, KnownServers servers) {
        this.servers = servers;
        port.set(portText(usualPort));
        roomName.subscribe(_ -> clear(Part.ROOM));
        server.subscribe(_ -> clear(Part.SERVER));
        token.subscribe(_ -> clear(Part.TOKEN));
    }

    public StringProperty roomName() {
        return roomName;
    }

    public ObjectProperty<Where> where() {
        return where;
    }

    /// The TCP port on this computer; blank means a free one.
    public StringProperty port() {
        return port;
    }

    /// The server's address, as [ServerAddress#parse] reads it.
    public StringProperty server() {
        return server;
    }

    /// What the server wants of those who open rooms; blank means nothing. A secret.
    public StringProperty token() {
        return token;
    }

    /// How long the room stays on the server without participants; zero if it ends with its host.
    public ObjectProperty<Duration> keep() {
        return keep;
    }

    /// The servers on which rooms were opened before.
    public KnownServers servers() {
        return servers;
    }

    /// Takes a known server, with its token.
    public void use(ServerAddress known) {
        server.set(known.authority());
        token.set(known.token().orElse(""));
    }

    /// What the last attempt says about a field, until the field is changed.
    ObservableValue<Optional<Problem>> problemOf(Part part) {
        return problem.map(now -> now.filter(found -> part(found) == part));
    }

    /// What field the last attempt says something about.
    Optional<Part> partInTrouble() {
        return problem.get().flatMap(now -> Optional.ofNullable(part(now)));
    }

    /// The server's address with the certificate that it shows, if that is unknown and so no token
    /// was sent.
    ObservableValue<Optional<ServerAddress>> shown() {
        return problem.map(now ->
                now.filter(found -> found.reason() == Reason.SERVER_CERTIFICATE_UNKNOWN)
                        .flatMap(found -> ServerAddress.parse(found.subject())));
    }

    /// Takes the certificate over that the server shows. The user has compared it.
    void takeShown() {
        shown().getValue().map(ServerAddress::link).ifPresent(server::set);
    }

    /// Whether the server shows another certificate than the remembered one. One that is entered
    /// with the address is no matter of remembering.
    ObservableValue<Boolean> certificateChanged() {
        return problem.map(now ->
                now.map(Problem::reason)
                                .filter(Reason.SERVER_CERTIFICATE_CHANGED::equals)
                                .isPresent()
                        && ServerAddress.parse(server.get()).flatMap(ServerAddress::pin).isEmpty());
    }

    /// Forgets the server of the form, so that the next attempt takes its present certificate.
    void forgetServer() {
        ServerAddress.parse(server.get()).ifPresent(servers::forget);
        problem.set(Optional.empty());
    }

    /// Shows a failure of an attempt with this form.
    ///
    /// @return whether it is about one of its fields; another failure is not shown here
    boolean take(Problem failure) {
        boolean ours = where.get() == Where.ON_SERVER && PARTS.containsKey(failure.reason());
        problem.set(Optional.of(failure).filter(_ -> ours));
        return ours;
    }

    private static @Nullable Part part(Problem failure) {
        return PARTS.get(failure.reason());
    }

    private void clear(Part changed) {
        if (problem.get().filter(now -> part(now) == changed).isPresent()) {
            problem.set(Optional.empty());
        }
    }

    /// Shows the values of a command line, and goes on with those that no field shows.
    void show(HostRequest request) {
        asked = request;
        roomName.set(request.room().value());
        switch (request.place()) {
            case RoomPlace.Here(int wanted, _) -> {
                where.set(Where.HERE);
                port.set(portText(wanted));
            }
            case RoomPlace.OnServer(ServerAddress address, Optional<Duration> asFor) -> {
                where.set(Where.ON_SERVER);
                keep.set(asFor.orElse(Duration.ZERO));
                server.set(address.pin().isEmpty() ? address.authority() : address.link());
                token.set(address.token().orElse(""));
            }
        }
    }

    /// The invite of the room that was opened was renewed.
    void renewed(Invite before, Invite now) {
        if (asked != null && asked.secret().equals(before.secret())) {
            asked = asked.with(now.secret());
        }
    }

    /// What the form asks for; its fields are valid. The secret of a command line is kept for
    /// another attempt.
    HostRequest request() {
        @Nullable HostRequest before = asked;
        RoomName room = new RoomName(roomName.get().strip());
        HostRequest named =
                before == null
                        ? new HostRequest(
                                room, RoomSecret.random(random), portNumber(), Optional.empty())
                        : before.named(room);
        return switch (where.get()) {
            case HERE -> named.at(portNumber());
            case ON_SERVER -> named.at(new RoomPlace.OnServer(address(), keepTime()));
        };
    }

    int portNumber() {
        return HostCheck.port(port.get()).orElse(0);
    }

    private ServerAddress address() {
        ServerAddress address = ServerAddress.parse(server.get()).orElseThrow();
        return token.get().isBlank() ? address : address.showing(token.get().strip());
    }

    private Optional<Duration> keepTime() {
        return Optional.of(keep.get()).filter(time -> !time.isZero());
    }

    private static String portText(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}
