package org.tonewire.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.shell.settings.SettingsReading;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.signaling.protocol.ParticipantName;

final class JsonSettingsStoreTest {
    private static final Settings FULL =
            new Settings(
                    Optional.of(new ParticipantName("Ada “Ö” <b>")),
                    new Appearance(Theme.DARK, Language.JAPANESE, true),
                    new SoundSettings(
                            new OutputChoice.Chosen(new DeviceId("alsa:1")),
                            Optional.of(new DeviceId("alsa:2")),
                            Profile.MUSIC,
                            Profile.STUDIO,
                            ChannelChoice.RIGHT),
                    new IceSettings(
                            List.of(
                                    new IceServer("stun:stun.example.org", Optional.empty()),
                                    new IceServer(
                                            "turn:turn.example.org",
                                            Optional.of(new IceServer.Login("ada", "geheim")))),
                            true,
                            50_000,
                            50_100,
                            false),
                    4_433,
                    new DesktopSettings(
                            Optional.of(Path.of("/music/ä b")),
                            false,
                            false,
                            false,
                            new TalkSettings(
                                    TalkMode.HOLD, TalkKey.parse("Ctrl+Space").orElseThrow()),
                            Optional.of("https://example.org/tonewire.json"),
                            true));

    private static final String WRONG_FIELDS =
            """
            hostPort          | "many"
            hostPort          | 70000
            hostPort          | 1.5
            hostPort          | 99999999999
            output            | {"kind": "moon"}
            output            | {"kind": "chosen", "device": 7}
            output            | "nowhere"
            look              | "plaid"
            look              | true
            name              | {}
            name              | ""
            microphone        | [1]
            profiles          | {"other": "opera"}
            recordFolder      | "a\\u0000b"
            announce          | "no"
            talk              | {"mode": "shout"}
            talk              | {"key": "M"}
            updates           | 1
            """;

    @TempDir Path folder;

    @Test
    void withoutAFileTheDefaultsAreLoaded() {
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(file()).doesNotExist();
    }

    @Test
    void savedSettingsAreLoaded() {
        assertThat(store().save(FULL)).isEmpty();
        assertThat(store().load()).isEqualTo(FULL);
    }

    @Test
    @Tag("posix")
    void onlyItsOwnerCanReadTheFile() throws IOException {
        store().save(FULL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void savingLeavesNoTemporaryFile() throws IOException {
        store().save(FULL);
        store().save(Settings.DEFAULT);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    /// Unusable servers are reported when they are used; no entry is lost.
    @Test
    void invalidServersAreReadAndStoredWithTheOthers() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                """
                {"ice": {"servers": [1, null, {"uri": 7, "password": ["x"]}, {"uri": "turn:a"},
                    {"uri": "stun:example.org", "username": null}], "minPort": -5}}
                """);
        IceSettings read = store().load().ice();
        assertThat(store().loadProblem()).isEmpty();
        assertThat(read.servers())
                .extracting(IceServer::uri)
                .containsExactly("1", "", "7", "turn:a", "stun:example.org");
        store().save(store().load());
        assertThat(store().load().ice()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"version\": 3}"})
    void anInvalidFileIsSetAside(String text) throws IOException {
        write(text);
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(file().resolveSibling("settings.json.broken-1")).hasContent(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = WRONG_FIELDS)
    void anInvalidFieldIsLostAlone(String name, String value) throws IOException {
        String text =
                """
                {"%s": %s, "lessMotion": true, "ice": {"servers": [{"uri": "stun:a"}], "relayOnly": true}}
                """
                        .formatted(name, value);
        write(text);
        JsonSettingsStore store = store();

        Settings read = store.load();

        assertThat(read.withAppearance(Settings.DEFAULT.appearance()).withIce(IceSettings.NONE))
                .isEqualTo(Settings.DEFAULT);
        assertThat(read.appearance().lessMotion()).isTrue();
        assertThat(read.ice().relayOnly()).isTrue();
        assertThat(read.ice().servers()).hasSize(1);
        Path aside = file().resolveSibling("settings.json.broken-1");
        assertThat(store.loadProblem()).contains(new Problem(Reason.SET_ASIDE, aside.toString()));
        assertThat(aside).hasContent(text);
        assertThat(store().load()).isEqualTo(read);
        assertThat(file().resolveSibling("settings.json.broken-2")).doesNotExist();
    }

    /// A mistake must not reveal the addresses of this computer.
    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "1", "[]", "\"false\""})
    void anInvalidRelayOnlyCountsAsTrue(String value) throws IOException {
        write("{\"ice\": {\"relayOnly\": %s, \"servers\": 3}}".formatted(value));
        assertThat(store().load().ice().relayOnly()).isTrue();
        assertThat(store().load().ice().relayOnly()).isTrue();
    }

    @Test
    void aFileThatIsNotTextIsSetAside() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(file().resolveSibling("settings.json.broken-1")).exists();
    }

    @Test
    void aSecondBrokenFileDoesNotReplaceTheFirst() throws IOException {
        write("first");
        store().load();
        write("second");
        store().load();
        assertThat(file().resolveSibling("settings.json.broken-1")).hasContent("first");
        assertThat(file().resolveSibling("settings.json.broken-2")).hasContent("second");
    }

    @Test
    void aFileThatWasSetAsideIsReportedOnce() throws IOException {
        write("broken");
        JsonSettingsStore store = store();
        store.load();
        assertThat(store.loadProblem())
                .contains(
                        new Problem(
                                Reason.SET_ASIDE,
                                file().resolveSibling("settings.json.broken-1").toString()));
        store.load();
        assertThat(store.loadProblem()).isEmpty();
    }

    @Test
    void aNameInVersion1MeansThatTheFirstStepsAreDone() throws IOException {
        write("{\"version\": 1, \"name\": \"Ada\", \"recentInvites\": []}");
        assertThat(store().load().desktop().welcomed()).isTrue();
        write("{\"version\": 1}");
        assertThat(store().load().desktop().welcomed()).isFalse();
    }

    @Test
    @Tag("posix")
    void exportedSettingsCanBeImported() throws IOException {
        Path exported = folder.resolve("ours.json");
        assertThat(store().exportTo(exported, FULL)).isEmpty();
        assertThat(store().importFrom(exported)).isEqualTo(new SettingsReading.Read(FULL));
        assertThat(file()).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(exported)))
                .isEqualTo("rw-------");
    }

    @Test
    void anInvalidImportIsRefusedAndItsFileIsUnchanged() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "[1]");
        assertThat(store().importFrom(other))
                .isEqualTo(
                        new SettingsReading.Failed(
                                new Problem(Reason.NOT_SETTINGS, other.toString())));
        assertThat(other).hasContent("[1]");
        assertThat(store().importFrom(folder.resolve("none")))
                .isInstanceOf(SettingsReading.Failed.class);
    }

    @Test
    void missingFieldsHaveTheirDefaults() throws IOException {
        write("{\"version\": 1, \"hostPort\": 5000, \"more\": true}");
        assertThat(store().load().hostPort()).isEqualTo(5_000);
        assertThat(store().load().theme()).isEqualTo(Theme.SYSTEM);
    }

    @Test
    void anUnknownLanguageIsTheSystems() throws IOException {
        write("{\"language\": \"tlh\", \"look\": \"dark\"}");
        assertThat(store().load().appearance())
                .isEqualTo(new Appearance(Theme.DARK, Language.SYSTEM, false));
    }

    @Test
    void aFolderThatCannotBeCreatedIsAProblem() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        Optional<Problem> problem = new JsonSettingsStore(inTheWay).save(FULL);
        assertThat(problem).map(Problem::reason).contains(Reason.STORAGE_FAILED);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    private JsonSettingsStore store() {
        return new JsonSettingsStore(folder.resolve("config"));
    }

    private Path file() {
        return folder.resolve("config").resolve("settings.json");
    }
}
