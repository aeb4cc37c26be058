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
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.ServerStore;

final class JsonServerStoreTest {
    private static final Instant THEN = Instant.parse("2026-11-21T20:00:00.5Z");
    private static final KnownServer PINNED =
            new KnownServer(
                    server("h:5509#f=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").showing("t0ken"),
                    THEN);
    private static final KnownServer TRUSTED =
            new KnownServer(server("studio.example.org"), THEN.plusSeconds(1));

    @TempDir Path folder;

    @Test
    @Tag("posix")
    void serversAreKeptWithTheirTokensForTheirOwnerOnly() throws IOException {
        store().save(PINNED);
        store().save(TRUSTED);
        assertThat(store().load()).containsExactly(TRUSTED, PINNED);
        assertThat(store().find(server("h:5509"))).contains(PINNED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");

        store().forget(server("h:5509"));
        assertThat(store().load()).containsExactly(TRUSTED);
    }

    @Test
    @Tag("posix")
    void aFileThatCannotBeReadIsNotReplaced() throws IOException {
        Files.createDirectory(file());
        Files.createFile(file().resolve("inside"));
        ServerStore store = store();
        store.save(PINNED);

        assertThat(store.takeProblem())
                .contains(new Problem(Reason.FILE_UNREADABLE, file().toString()));
    }

    @Test
    void theOldestIsForgottenAndTheSameIsReplaced() {
        for (int i = 0; i <= ServerStore.MOST; i++) {
            store().save(new KnownServer(server("h" + i), THEN.plusSeconds(i)));
        }
        store().save(new KnownServer(server("h7"), THEN.plusSeconds(99)));

        assertThat(store().load())
                .hasSize(ServerStore.MOST)
                .extracting(known -> known.address().host())
                .startsWith("h7", "h20")
                .doesNotContain("h0")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"version\": 9, \"servers\": []}",
                "{\"version\": 1, \"servers\": [{}]}",
                "{\"version\": 1, \"servers\": [{\"address\": \"h#f=AAEC\"}, 2]}"
            })
    void anInvalidFileIsSetAsideAndReported(String text) throws IOException {
        Files.writeString(file(), text);
        JsonServerStore store = store();
        assertThat(store.load()).isEmpty();
        assertThat(store.takeProblem()).map(Problem::reason).contains(Reason.SET_ASIDE);
        assertThat(store.takeProblem()).isEmpty();
        assertThat(folder.resolve("servers.json.broken-1")).hasContent(text);
    }

    private JsonServerStore store() {
        return new JsonServerStore(folder);
    }

    private Path file() {
        return folder.resolve("servers.json");
    }

    private static ServerAddress server(String text) {
        return ServerAddress.parse(text).orElseThrow();
    }
}
