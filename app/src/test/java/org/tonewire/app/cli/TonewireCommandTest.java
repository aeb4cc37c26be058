package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.shell.WindowIntent;

final class TonewireCommandTest {
    private static final String ROOM = "://192.0.2.1:8443/r/Attic#k=AAAAAAAAAAAAAAAAAAAAAA";

    private final List<WindowIntent.Action> opened = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aLinkAloneOpensTheWindowToJoin() {
        assertThat(run("tonewire" + ROOM)).isEqualTo(ExitCode.DONE.number());
        assertThat(run("HTTPS" + ROOM)).isEqualTo(ExitCode.DONE.number());
        assertThat(opened)
                .hasSize(2)
                .allSatisfy(action ->
                        assertThat(action)
                                .isInstanceOfSatisfying(
                                        WindowIntent.Join.class,
                                        join ->
                                                assertThat(join.invite().room().value())
                                                        .isEqualTo("Attic")));
    }

    @Test
    void aLinkThatIsNoInviteIsAUsageError() {
        assertThat(run("tonewire://nowhere")).isEqualTo(ExitCode.USAGE.number());
        assertThat(opened).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
    }

    @Test
    void withoutArgumentsTheStartScreenOpens() {
        assertThat(run()).isEqualTo(ExitCode.DONE.number());
        assertThat(opened).containsExactly(new WindowIntent.Begin());
    }

    @ParameterizedTest
    @CsvSource({
        "host, --port, 70000, 65535",
        "host, --port, -1, 65535",
        "host, --port, 99999999999, 65535",
        "host, --port, '', 65535",
        "host, --port, http, 65535",
        "host, --max-participants, 1, 2",
        "host, --max-participants, 34, 33",
        "host, --max-participants, 99999999999, 2",
        "host, --max-participants, two, 2",
        "host, --max-participants, '', 2",
        "host, --secret, short, 22",
        "host, --advertise, '', host name",
        "host, --advertise, a.example.org:9000, without a port",
        "host, --advertise, fe80::1%eth0, others reach",
        "host, --room, '', 64",
        "host, --name, '', 64",
        "server, --port, 70000, 65535",
        "server, --port, wss:, number",
        "server, --listen, wss:-1, 65535",
        "server, --listen, '', number",
        "server, --limit, rooms=0, 1",
        "server, --limit, rooms=99999999999, rooms",
        "server, --limit, rooms=x, rooms",
        "server, --limit, rooms, rooms",
        "server, --limit, chairs=2, chairs",
        "server, --log-level, LOUD, LOUD",
    })
    void anInvalidOptionNamesTheRule(String command, String option, String value, String rule) {
        assertThat(run(command, option, value)).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(rule)
                .doesNotContain("\tat ", "Exception");
        assertThat(opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--name Ann, tonewire host --name ME",
        "--name=Ann, tonewire join INVITE --name ME",
        "--name Ann host, tonewire host --name ME",
        "--headless join x, tonewire join INVITE --headless",
        "--listen 8000 server, tonewire server --listen",
        "devices --port 8000, 'host --port N, or tonewire server --port'",
        "server --name Ann, tonewire host --name ME",
        "--loud, Unknown option",
        "host --loud, Unknown option",
    })
    void anOptionThatDoesNotStandBehindItsCommandIsToldItsPlace(String arguments, String said) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(said);
        assertThat(opened).isEmpty();
    }

    /// The services have neither a host nor sessions: whoever asked for one would fail.
    @ParameterizedTest
    @CsvSource({
        "--source, mic:Scarlet, 5, Scarlet",
        "--source, system:Scarlet, 5, Scarlet",
        "--output, Scarlet, 5, Scarlet",
        "--source, file:/nowhere/song.flac, 2, song.flac",
    })
    void whatIsNotThereIsSaidBeforeTheRoomOpens(
            String option, String value, int code, String named) {
        assertThat(run("host", "--headless", option, value)).isEqualTo(code);
        assertThat(run("join", "https" + ROOM, "--headless", option, value)).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(named).doesNotContain("https:");
    }

    @Test
    void standardInputIsEitherASourceOrCommands() {
        assertThat(run("join", "https" + ROOM, "--source", "pipe:", "--commands"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(run("host", "--commands", "--source", "pipe:,name=Radio"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--commands", "pipe:", "Usage:");
    }

    @Test
    void standardInputIsOneSource() {
        assertThat(run("host", "--json", "--source", "pipe:", "--source", "pipe:"))
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("pipe:", "once");
    }

    private int run(String... arguments) {
        return TonewireCommand.run(
                List.of(arguments),
                new StreamsOnly(new PrintStream(err, true, StandardCharsets.UTF_8)),
                intent -> {
                    opened.add(intent.action());
                    return ExitCode.DONE;
                });
    }

    private record StreamsOnly(PrintStream said) implements BareServices {
        @Override
        public Streams streams() {
            return new Streams(InputStream.nullInputStream(), said, said);
        }

        @Override
        public AudioDevices devices() {
            return new NoDevices(Optional.empty());
        }
    }
}
