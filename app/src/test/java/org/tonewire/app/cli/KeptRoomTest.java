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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.fake.FakeRoomStore;
import org.tonewire.app.shell.RoomStore;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.signaling.protocol.RoomName;

/// `tonewire host --keep`: which room it opens.
final class KeptRoomTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final HostRequest BAND =
            new HostRequest(
                    new RoomName("Band"),
                    RoomSecret.parse("AAECAwQFBgcICQoLDA0ODw").orElseThrow(),
                    Optional.of(RoomOwner.create()),
                    new RoomPlace.Here(4433, Optional.of("example.org")),
                    7);
    private static final ServerAddress PINNED =
            ServerAddress.parse("h:5509#f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
                    .orElseThrow();
    private static final HostRequest OTHER =
            BAND.with(RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow());

    private final FakeRoomStore store = new FakeRoomStore();
    private final List<HostRequest> asked = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aRoomGoesOnWithWhatItHad() {
        store.save(stored(BAND, Use.KEPT, false));
        assertThat(ask("--keep", "--room", "Band")).isEqualTo(BAND);
        assertThat(store.load()).extracting(StoredRoom::request).containsExactly(BAND);
    }

    @Test
    void whatIsGivenReplacesWhatWas() {
        store.save(stored(BAND, Use.KEPT, false));
        HostRequest given =
                new HostRequest(
                        BAND.room(),
                        OTHER.secret(),
                        BAND.owner(),
                        new RoomPlace.Here(0, Optional.of("other.example.org")),
                        9);
        assertThat(
                        ask(
                                "--keep",
                                "--room=Band",
                                "--port=0",
                                "--max-participants=9",
                                "--advertise=other.example.org",
                                "--secret=" + OTHER.secret().text()))
                .isEqualTo(given);
        // The room did not open: it still has the port that its invites name.
        assertThat(store.load())
                .extracting(StoredRoom::request)
                .containsExactly(BAND.with(OTHER.secret()));
    }

    @Test
    void aNewRoomIsKeptFromItsFirstStart() {
        HostRequest first = ask("--keep", "--room", "Band");
        assertThat(ask("--keep", "--room", "Band")).isEqualTo(first);
        assertThat(ask("--keep", "--room", "Choir").secret()).isNotEqualTo(first.secret());
        assertThat(store.load()).hasSize(2).allMatch(StoredRoom::isKept);
    }

    @Test
    void withoutTheOptionEveryRoomIsNew() {
        store.save(stored(BAND, Use.KEPT, false));
        HostRequest opened = ask("--room", "Band");
        assertThat(opened.secret()).isNotEqualTo(BAND.secret());
        assertThat(opened.place()).isEqualTo(new RoomPlace.Here(0, Optional.empty()));
        assertThat(opened.participants()).isEqualTo(HostRequest.USUAL_PARTICIPANTS);
        assertThat(store.load()).extracting(StoredRoom::request).containsExactly(BAND);
    }

    @Test
    void aRoomThatFailedIsTakenUpAndKept() {
        store.save(stored(OTHER, Use.ONCE, true));
        store.save(stored(BAND, Use.ONCE, false));
        assertThat(ask("--keep", "--room", "Band")).isEqualTo(BAND);
        assertThat(store.load())
                .filteredOn(StoredRoom::isKept)
                .extracting(StoredRoom::request)
                .containsExactly(BAND);
    }

    @Test
    void aRoomThatWasLeftOnAServerGoesOnThereByItsNameAndItsCertificate() {
        HostRequest there = BAND.at(new RoomPlace.OnServer(PINNED));
        store.save(stored(OTHER, Use.ONCE, false));
        store.save(stored(there, Use.ONCE, false));
        assertThat(ask("--room=Band", "--server=https://h:5509/")).isEqualTo(there);
        assertThat(ask("--room=Band", "--server=h:5509", "--token=t0ken").place())
                .isEqualTo(new RoomPlace.OnServer(PINNED.showing("t0ken")));
        assertThat(ask("--room=Band", "--server=h:5510").secret()).isNotEqualTo(there.secret());
        assertThat(ask("--room=Choir", "--server=h:5509").place())
                .isEqualTo(new RoomPlace.OnServer(ServerAddress.parse("h:5509").orElseThrow()));
        assertThat(ask("--keep", "--room=Band")).isEqualTo(there);
    }

    @Test
    void howLongItStaysOnAServerIsAsBeforeUnlessGiven() {
        Optional<Duration> month = Optional.of(Duration.ofDays(30));
        store.save(stored(BAND.at(new RoomPlace.OnServer(PINNED, month)), Use.ONCE, false));

        assertThat(ask("--room=Band", "--server=h:5509").keep()).isEqualTo(month);
        assertThat(ask("--room=Band", "--server=h:5509", "--keep-room=12h").keep())
                .contains(Duration.ofHours(12));
        assertThat(ask("--room=Band", "--server=h:5509", "--keep-room=0").keep()).isEmpty();
        assertThat(ask("--room=Band", "--server=h:5510").keep()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server=h --port=1",
                "--server=h --advertise=example.org",
                "--token=t",
                "--server=h --token=",
                "--server=ftp://h",
                "--server=h#f=AAEC",
                "--keep-room=30d",
                "--server=h --keep-room=-1d",
                "--server=h --keep-room=30",
                "--server=h --keep-room=99999999d"
            })
    void whatDoesNotGoWithAServerIsRefused(String options) {
        assertThat(run(options.split(" "))).isEqualTo(ExitCode.USAGE.number());
        assertThat(asked).isEmpty();
    }

    @Test
    void aKeptRoomThatAnotherProcessHostsIsLeftToIt() {
        StoredRoom hosted = stored(BAND, Use.KEPT, true);
        store.save(hosted);
        assertThat(ask("--keep", "--room=Band", "--max-participants=9").secret())
                .isEqualTo(BAND.secret());
        assertThat(store.load()).containsExactly(hosted);
    }

    @Test
    void aBrokenFileIsSaidAndNoReasonToEnd() {
        store.with(new Problem(Reason.SET_ASIDE, "rooms/band.json.broken-1"));
        assertThat(run("--keep", "--json")).isEqualTo(ExitCode.CANNOT_CONNECT.number());
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("set-aside", "rooms/band.json.broken-1", "room-port-in-use");
        assertThat(asked).hasSize(1);
    }

    private HostRequest ask(String... options) {
        assertThat(run(options)).isEqualTo(ExitCode.DONE.number());
        return asked.getLast();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("host"));
        arguments.addAll(List.of(options));
        return TonewireCommand.run(
                arguments,
                new HostOnly(),
                intent -> {
                    asked.add(((WindowIntent.Host) intent.action()).request());
                    return ExitCode.DONE;
                });
    }

    private static StoredRoom stored(HostRequest request, Use use, boolean hosted) {
        return new StoredRoom(request.secret().text(), request, use, NOW, hosted);
    }

    /// A host whose ports are all taken.
    private final class HostOnly implements BareServices {
        @Override
        public Streams streams() {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            return new Streams(InputStream.nullInputStream(), out, out);
        }

        @Override
        public RoomHost roomHost() {
            return request -> {
                asked.add(request);
                return new HostOutcome.Failed(Problem.of(Reason.ROOM_PORT_IN_USE));
            };
        }

        @Override
        public RoomStore storedRooms() {
            return store;
        }
    }
}
