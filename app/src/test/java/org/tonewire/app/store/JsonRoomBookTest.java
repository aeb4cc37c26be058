package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.KnownRoom;
import org.tonewire.app.shell.KnownRooms;

final class JsonRoomBookTest {
    private static final String LINK = "https://10.0.0.1:4433/r/Band#k=AAECAwQFBgcICQoLDA0ODw";
    private static final Invite BAND = InviteLink.parse(LINK).orElseThrow();
    private static final Invite CHOIR =
            InviteLink.parse(LINK.replace("Band", "Choir")).orElseThrow();
    private static final KnownRooms TWO =
            KnownRooms.NONE
                    .joined(BAND, Instant.parse("2026-11-20T20:00:00Z"))
                    .joined(CHOIR, Instant.parse("2026-11-21T20:00:00.5Z"))
                    .toggled(BAND);

    @TempDir Path folder;

    @Test
    void savedRoomsAreLoaded() {
        assertThat(book().save(TWO)).isEmpty();
        assertThat(book().load()).isEqualTo(TWO);
    }

    @Test
    @Tag("posix")
    void onlyItsOwnerCanReadTheFile() throws IOException {
        book().save(TWO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\": 9, \"rooms\": []}",
                "{\"version\": 1, \"rooms\": [{}]}",
                "{\"version\": 1, \"rooms\": [{\"invite\": 1}, 2]}"
            })
    void anInvalidFileIsSetAsideAndReported(String text) throws IOException {
        Files.writeString(file(), text);
        JsonRoomBook book = book();
        assertThat(book.load()).isEqualTo(KnownRooms.NONE);
        assertThat(book.loadProblem()).map(Problem::reason).contains(Reason.SET_ASIDE);
        assertThat(folder.resolve("rooms.json.broken-1")).hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "{\"invite\": \"https://example.org\"}", "{\"invite\": {}}"})
    void anInvalidRoomIsLostAlone(String wrong) throws IOException {
        book().save(TWO);
        String text = Files.readString(file()).replaceFirst("\\[", "[" + wrong + ",");
        Files.writeString(file(), text);
        JsonRoomBook book = book();
        assertThat(book.load()).isEqualTo(TWO);
        assertThat(book.loadProblem()).map(Problem::reason).contains(Reason.SET_ASIDE);
        assertThat(folder.resolve("rooms.json.broken-1")).hasContent(text);
        assertThat(book().load()).isEqualTo(TWO);
    }

    @Test
    void theRoomsOfOldSettingsAreMigrated() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                """
                {"version": 1, "recentInvites": ["%s", "broken", "%s"]}
                """
                        .formatted(BAND.link(), CHOIR.link()));
        assertThat(book().load().rooms())
                .extracting(KnownRoom::name)
                .containsExactly("Band", "Choir");
        Files.delete(folder.resolve("settings.json"));
        assertThat(book().load().rooms()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "[\"a\", \"b\"]", "7"})
    void anEntryOfOlderSettingsThatIsNoTextIsPassedOver(String wrong) throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"version\": 1, \"recentInvites\": [%s, \"%s\"]}".formatted(wrong, BAND.link()));
        assertThat(book().load().rooms()).extracting(KnownRoom::name).containsExactly("Band");
    }

    @Test
    void forgottenRoomsDoNotReturnFromOldSettings() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"version\": 1, \"recentInvites\": [\"%s\"]}".formatted(BAND.link()));
        book().save(KnownRooms.NONE);
        assertThat(book().load()).isEqualTo(KnownRooms.NONE);
    }

    private JsonRoomBook book() {
        return new JsonRoomBook(folder);
    }

    private Path file() {
        return folder.resolve("rooms.json");
    }
}
