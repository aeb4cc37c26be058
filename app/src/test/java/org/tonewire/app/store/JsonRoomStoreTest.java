package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.signaling.protocol.RoomName;

final class JsonRoomStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final RoomOwner OWNER = RoomOwner.create();
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw";
    private static final StoredRoom BAND = room("band", Use.ONCE, NOW.minusSeconds(60));

    @TempDir Path folder;

    @Test
    void savedRoomsAreLoadedTheNewestFirst() {
        StoredRoom choir = elsewhere(room("choir", Use.KEPT, NOW));
        store().save(BAND);
        store().save(choir);
        assertThat(store().load()).containsExactly(choir, BAND);
        assertThat(store().takeProblem()).isEmpty();
    }

    @Test
    void aRoomIsReplacedAndRemoved() {
        StoredRoom later = room("band", Use.KEPT, NOW);
        store().save(BAND);
        store().save(later);
        assertThat(store().load()).containsExactly(later);
        store().remove(later);
        store().remove(later);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("posix")
    void onlyItsOwnerCanReadAFile() throws IOException {
        store().save(BAND);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\": 9, \"room\": \"B\", \"secret\": \"" + SECRET + "\", \"port\": 1}",
                "{\"version\": 1, \"secret\": \"" + SECRET + "\", \"port\": 1}",
                "{\"version\": 1, \"room\": \"B\", \"secret\": \"short\", \"port\": 1}",
                "{\"version\": 1, \"room\": \"B\", \"secret\": \"" + SECRET + "\"}",
                "{\"version\": 1, \"room\": \"B\", \"secret\": \""
                        + SECRET
                        + "\", \"port\": 70000}",
                "{\"version\": 1, \"room\": 7, \"secret\": {}, \"port\": []}"
            })
    void aBrokenFileIsSetAsideAndReportedOnce(String text) throws IOException {
        StoredRoom choir = room("choir", Use.KEPT, NOW);
        store().save(choir);
        Files.writeString(file(), text);
        JsonRoomStore store = store();
        assertThat(store.load()).containsExactly(choir);
        assertThat(store.takeProblem()).map(Problem::reason).contains(Reason.SET_ASIDE);
        assertThat(store.takeProblem()).isEmpty();
        assertThat(folder.resolve("band.json.broken-1")).hasContent(text);
    }

    @Test
    void aWrongFieldThatTheInviteDoesNotNeedCostsOnlyItself() throws IOException {
        store().save(BAND);
        Files.writeString(
                file(), Files.readString(file()).replace("\"keep\": false", "\"keep\": 7"));
        assertThat(store().load()).containsExactly(BAND);
    }

    @ParameterizedTest
    @CsvSource({"ONCE, 23, true", "ONCE, 25, false", "KEPT, 2500, true"})
    void aRoomThatFailedIsForgottenAfterADayUnlessItIsKept(Use use, int hours, boolean there) {
        store().save(room("band", use, NOW.minus(Duration.ofHours(hours))));
        assertThat(store().load()).hasSize(there ? 1 : 0);
        assertThat(Files.exists(file())).isEqualTo(there);
    }

    /// The number of a process is used again by another one, which started later.
    @ParameterizedTest
    @CsvSource({"0, true", "-3600, false"})
    void aRoomIsHostedWhileTheProcessRunsThatSavedIt(int seconds, boolean hosted)
            throws IOException {
        store().save(hosted(BAND));
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        Files.writeString(
                file(),
                Files.readString(file())
                        .replace(
                                "\"started\": \"" + started,
                                "\"started\": \"" + started.plusSeconds(seconds)));
        assertThat(store().load()).extracting(StoredRoom::hosted).containsExactly(hosted);
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws IOException {
        Files.writeString(folder.resolve("rooms"), "");
        JsonRoomStore store = new JsonRoomStore(folder.resolve("rooms"), InstantSource.fixed(NOW));
        store.save(BAND);
        assertThat(store.takeProblem()).map(Problem::reason).contains(Reason.STORAGE_FAILED);
        assertThat(store.load()).isEqualTo(List.of());
        assertThat(store.takeProblem()).map(Problem::reason).contains(Reason.FILE_UNREADABLE);
    }

    private JsonRoomStore store() {
        return new JsonRoomStore(folder, InstantSource.fixed(NOW));
    }

    private Path file() {
        return folder.resolve("band.json");
    }

    private static StoredRoom hosted(StoredRoom room) {
        return new StoredRoom(room.id(), room.request(), room.use(), room.lastUsed(), true);
    }

    private static StoredRoom elsewhere(StoredRoom room) {
        ServerAddress server =
                ServerAddress.parse("h:5509#f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
                        .orElseThrow();
        return new StoredRoom(
                room.id(),
                room.request().at(new RoomPlace.OnServer(server)),
                room.use(),
                room.lastUsed(),
                room.hosted());
    }

    @ParameterizedTest
    @CsvSource({"25, true", "719, true", "721, false"})
    void aRoomThatAServerMayStillHaveIsRememberedFor30Days(int hours, boolean there) {
        StoredRoom here = room("band", Use.ONCE, NOW.minus(Duration.ofHours(hours)));
        ServerAddress server = ServerAddress.parse("studio.example.org").orElseThrow();
        store().save(
                        new StoredRoom(
                                here.id(),
                                here.request().at(new RoomPlace.OnServer(server)).ownedBy(OWNER),
                                here.use(),
                                here.lastUsed(),
                                false));
        assertThat(store().load()).hasSize(there ? 1 : 0);
    }

    @Test
    void aRoomThatStaysOnItsServerIsRememberedUntilItIsClosed() {
        StoredRoom here = room("band", Use.ONCE, NOW.minus(Duration.ofDays(400)));
        ServerAddress server = ServerAddress.parse("studio.example.org").orElseThrow();
        StoredRoom staying =
                here.keptFor(
                        here.request()
                                .at(
                                        new RoomPlace.OnServer(
                                                server, Optional.of(Duration.ofDays(30))))
                                .ownedBy(OWNER));
        StoredRoom once =
                new StoredRoom(staying.id(), staying.request(), Use.ONCE, here.lastUsed(), false);
        store().save(once);

        assertThat(store().load()).containsExactly(once);
    }

    private static StoredRoom room(String id, Use use, Instant lastUsed) {
        return new StoredRoom(
                id,
                new HostRequest(
                        new RoomName("Big band"),
                        RoomSecret.parse(SECRET).orElseThrow(),
                        Optional.of(OWNER),
                        new RoomPlace.Here(4433, Optional.of("band.example.org")),
                        7),
                use,
                lastUsed,
                false);
    }
}
