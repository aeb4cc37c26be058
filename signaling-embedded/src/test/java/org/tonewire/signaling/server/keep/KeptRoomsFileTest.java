package org.tonewire.signaling.server.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.KeptRoom;

/// The file of kept rooms, whatever is in it, and where it cannot be written.
final class KeptRoomsFileTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    @TempDir private Path folder;
    private Path path = Path.of("");
    private Instant now = NOON;
    private final InstantSource clock = () -> now;

    @BeforeEach
    void chooseFile() {
        path = folder.resolve("rooms.json");
    }

    @Test
    void roomsAreReadByTheClockOfTheNextStart() {
        file().save(List.of(room("a", OptionalLong.of(90 * SECOND)), in("b")), 100 * SECOND);
        now = NOON.plusSeconds(30);

        assertThat(file().load(7 * SECOND))
                .containsExactly(
                        new KeptRoom(
                                new RoomName("a"),
                                AccessKey.of(new byte[32]),
                                new OwnerHash("AAAAAAAAAAAAAAAAAAAAAA"),
                                Duration.ofDays(30),
                                (7 - 130) * SECOND,
                                OptionalLong.of((7 - 40) * SECOND)),
                        new KeptRoom(
                                new RoomName("b"),
                                AccessKey.of(new byte[32]),
                                new OwnerHash("AAAAAAAAAAAAAAAAAAAAAA"),
                                Duration.ofDays(30),
                                (7 - 130) * SECOND,
                                OptionalLong.empty()));
    }

    @Test
    void aClockThatWasSetBackMakesNoRoomStayLonger() {
        file().save(List.of(room("a", OptionalLong.of(100 * SECOND))), 100 * SECOND);
        now = NOON.minusSeconds(3_600);

        assertThat(file().load(0).getFirst().emptySinceNanos()).hasValue(0);
    }

    @Test
    void withoutAFileThereAreNone() {
        assertThat(file().load(0)).isEmpty();
        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"version\":2,\"rooms\":[]}",
                "{\"version\":1}",
                "{\"version\":1,\"rooms\":[1]}",
                "{\"version\":1,\"rooms\":[{\"room\":\"a\"}]}",
                "{\"version\":1,\"rooms\":[{\"room\":\"a\",\"accessKey\":\"x\",\"owner\":\"y\","
                        + "\"keepSeconds\":1,\"made\":\"z\"}]}",
                "{\"version\":1,\"rooms\":[{\"room\":\"a\","
                        + "\"accessKey\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"owner\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"keepSeconds\":1,"
                        + "\"made\":\"-999999999-01-01T00:00:00Z\"}]}"
            })
    void aBrokenFileIsSetAsideAndAnotherOneWritten(String text) throws IOException {
        Files.writeString(path, text);
        KeptRoomsFile file = file();

        assertThat(file.load(0)).isEmpty();
        assertThat(folder.resolve("rooms.json.broken")).hasContent(text);
        file.save(List.of(in("a")), 0);
        assertThat(file().load(0)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNotReplaced() throws IOException {
        Files.createDirectory(path);
        KeptRoomsFile file = file();

        assertThat(file.load(0)).isEmpty();
        file.save(List.of(in("a")), 0);
        assertThat(path).isEmptyDirectory();
        assertThat(names()).containsExactly("rooms.json");
    }

    @Test
    void aFolderThatIsGoneEndsNothing() throws IOException {
        path = folder.resolve("gone").resolve("rooms.json");
        KeptRoomsFile file = file();
        file.save(List.of(in("a")), 0);

        Files.createDirectory(path.getParent());
        file.save(List.of(in("a")), 0);
        assertThat(file().load(0)).hasSize(1);
    }

    @Test
    @Tag("posix")
    void nobodyElseReadsIt() throws IOException {
        file().save(List.of(in("a")), 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("rooms.json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private KeptRoomsFile file() {
        return new KeptRoomsFile(path, clock);
    }

    private static KeptRoom in(String name) {
        return room(name, OptionalLong.empty());
    }

    private static KeptRoom room(String name, OptionalLong emptySince) {
        return new KeptRoom(
                new RoomName(name),
                AccessKey.of(new byte[32]),
                new OwnerHash("AAAAAAAAAAAAAAAAAAAAAA"),
                Duration.ofDays(30),
                0,
                emptySince);
    }
}
