package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.fake.FakeRoomServers;
import org.tonewire.app.fake.FakeRoomStore;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.app.shell.server.OwnedRooms;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;

/// `tonewire rooms`: what it lists, prints and closes.
final class RoomsCommandTest {
    private static final RoomSecret SECRET =
            RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow();

    private final FakeRoomStore store = new FakeRoomStore();
    private final FakeRoomServers servers = new FakeRoomServers();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void itListsTheRoomsOnServersAndWhatTheseSayOfThem() {
        on("Solo", "c.example");
        on("Duo", "b.example");
        on("Choir", "b.example");
        on("Band", "a.example");
        store.save(here("Kitchen"));
        show(2, Optional.empty());
        show(0, Optional.of(Duration.ofHours(50)));
        fail(Reason.NO_SUCH_ROOM);
        fail(Reason.SERVER_TOO_OLD);

        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(lines())
                .containsExactly(
                        "Band, on a.example:443: 2 inside; stays 30 d without participants;"
                                + " open for 3 d",
                        "Choir, on b.example:443: nobody inside; closes in 2 d 2 h; open for 3 d",
                        "Duo, on b.example:443: no longer on the server",
                        "Solo, on c.example:443: The server b.example is older than rooms with a"
                                + " host. Ask who runs it to update it, or open the room on this"
                                + " computer.");
    }

    @Test
    void programsGetAnObjectForEachRoom() {
        on("Duo", "b.example");
        on("Choir", "b.example");
        on("Band", "a.example");
        show(0, Optional.of(Duration.ofHours(1)));
        fail(Reason.NO_SUCH_ROOM);

        assertThat(run("--json", "--server=b.example")).isEqualTo(ExitCode.DONE);
        assertThat(lines())
                .containsExactly(
                        "{\"event\":\"room\",\"room\":\"Choir\",\"server\":\"b.example:443\","
                                + "\"state\":\"open\",\"participants\":0,\"keepSeconds\":2592000,"
                                + "\"closesInSeconds\":3600,\"ageSeconds\":259200}",
                        "{\"event\":\"room\",\"room\":\"Duo\",\"server\":\"b.example:443\","
                                + "\"state\":\"gone\"}");
    }

    @Test
    void whereThereAreNoneItSaysSo() {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(lines()).containsExactly("You have no rooms on servers.");
    }

    @Test
    void anInviteIsPrintedAgainWithoutAskingItsServer() {
        StoredRoom room = on("Band", "a.example");

        assertThat(run("--invite=Band")).isEqualTo(ExitCode.DONE);
        assertThat(InviteLink.parse(lines().getFirst())).contains(OwnedRooms.invite(room));
        assertThat(OwnedRooms.invite(room).owner())
                .isEqualTo(room.request().owner().map(RoomOwner::hash));
    }

    @Test
    void aRoomIsClosedForAllAndForgotten() {
        StoredRoom room = on("Band", "a.example");
        on("Choir", "a.example");

        assertThat(run("--close=Band")).isEqualTo(ExitCode.DONE);
        assertThat(servers.ended()).containsExactly(OwnedRooms.invite(room));
        assertThat(store.load()).extracting(StoredRoom::name).hasToString("[Choir]");
    }

    @Test
    void aRoomThatItsServerDoesNotCloseKeepsItsKey() {
        on("Band", "a.example");
        servers.ends().add(new Answer.Failed(Problem.of(Reason.SERVER_UNREACHABLE)));

        assertThat(run("--close=Band")).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(store.load()).hasSize(1);
    }

    @Test
    void aServerThatIsSlowHasTimeToClose() {
        on("Band", "a.example");
        servers.answerAfter(Duration.ofSeconds(10));

        assertThat(run("--close=Band")).isEqualTo(ExitCode.DONE);
        assertThat(store.load()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--close=Other", "--invite=Kitchen", "--server=b --close=Band"})
    void aRoomThatIsNotThereIsRefused(String options) {
        on("Band", "a.example");
        store.save(here("Kitchen"));

        assertThat(run(options.split(" "))).isEqualTo(ExitCode.REFUSED);
        assertThat(servers.ended()).isEmpty();
    }

    @Test
    void aNameThatSeveralServersHaveNeedsOneOfThem() {
        on("Band", "a.example");
        StoredRoom second = on("Band", "b.example");

        assertThat(run("--close=Band")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--close=Band", "--invite=Band")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--close=Band", "--server=b.example")).isEqualTo(ExitCode.DONE);
        assertThat(servers.ended()).containsExactly(OwnedRooms.invite(second));
    }

    private void show(int participants, Optional<Duration> closesIn) {
        servers.states()
                .add(
                        new Answer.Shown(
                                new RoomState(
                                        new RoomName("Band"),
                                        participants,
                                        Duration.ofDays(30),
                                        closesIn,
                                        Optional.of(Duration.ofDays(3)))));
    }

    private void fail(Reason reason) {
        servers.states().add(new Answer.Failed(new Problem(reason, "b.example")));
    }

    private StoredRoom on(String name, String server) {
        RoomPlace place =
                new RoomPlace.OnServer(
                        ServerAddress.parse(server).orElseThrow(),
                        Optional.of(Duration.ofDays(30)));
        HostRequest request =
                new HostRequest(new RoomName(name), SECRET, place).ownedBy(RoomOwner.create());
        StoredRoom room = new StoredRoom(name + server, request, Use.ONCE, Instant.EPOCH, false);
        store.save(room);
        return room;
    }

    private static StoredRoom here(String name) {
        HostRequest request =
                new HostRequest(new RoomName(name), SECRET, 4433, Optional.empty())
                        .ownedBy(RoomOwner.create());
        return new StoredRoom(name, request, Use.KEPT, Instant.EPOCH, false);
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private ExitCode run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("rooms"));
        arguments.addAll(List.of(options));
        int code = TonewireCommand.run(arguments, new RoomsOnly(), _ -> ExitCode.FAILED);
        return Stream.of(ExitCode.values())
                .filter(each -> each.number() == code)
                .findFirst()
                .orElseThrow();
    }

    private final class RoomsOnly implements BareServices {
        @Override
        public Streams streams() {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            return new Streams(InputStream.nullInputStream(), out, out);
        }

        @Override
        public OwnedRooms ownedRooms() {
            return new OwnedRooms(store, servers);
        }

        @Override
        public RoomStore storedRooms() {
            return store;
        }
    }
}
