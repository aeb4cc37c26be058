package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.ReceivedTrackState;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;

/// How a run without a window ends, and with which exit code.
@Timeout(60)
class HeadlessRunTest {
    private static final String LINK = "https://192.0.2.1:8443/r/Attic#k=AAAAAAAAAAAAAAAAAAAAAA";
    private static final Path FOLDER = Path.of("/music");
    private static final TrackLoss LOSS =
            new TrackLoss(
                    "Ann",
                    "Mix",
                    TrackLoss.Part.REST,
                    new Problem(Reason.STORAGE_FULL, "Ann – Mix"));
    private static final Problem TYPO = new Problem(Reason.NO_SUCH_DEVICE, "Scarlet");

    private static final RemoteParticipant OTHER =
            new RemoteParticipant(
                    Identities.key("p1"),
                    "Bob",
                    Identities.code("p1"),
                    Role.MEMBER,
                    new RemoteParticipant.Links(LinkState.CONNECTED, LinkState.CONNECTED),
                    List.of(
                            new ReceivedTrackState(
                                    new TrackKey(Identities.key("p1"), new TrackId("t1")),
                                    "Mix",
                                    false,
                                    ReceivedTrackState.Fader.UNITY,
                                    new LevelMeter())));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ScriptedSession session = new ScriptedSession();

    @Test
    void aCompleteRecordingExitsWithDone() {
        session.atRecording = List.of(running(), new RecordingStatus.Ended(FOLDER, 2));
        assertThat(run("", "--record", "/music")).isEqualTo(ExitCode.DONE.number());
    }

    @Test
    void aRecordingThatLostATrackExitsWithFailed() {
        session.atRecording =
                List.of(
                        running(),
                        new RecordingStatus.Running(FOLDER, List.of(LOSS)),
                        new RecordingStatus.Ended(FOLDER, 2, List.of(LOSS)));
        assertThat(run("", "--record", "/music")).isEqualTo(ExitCode.FAILED.number());
        assertThat(said())
                .contains("\"lost\":[{\"name\":\"Ann\",\"track\":\"Mix\",\"part\":\"rest\"")
                .contains("\"reason\":\"storage-full\"");
    }

    @Test
    void aRecordingThatCouldNotBeginExitsWithFailed() {
        session.atRecording = List.of(new RecordingStatus.Off());
        assertThat(run("", "--record", "/music")).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void aRecordingThatDidNotEndExitsWithFailed() {
        session.atRecording = List.of(running());
        assertThat(run("", "--record", "/music")).isEqualTo(ExitCode.FAILED.number());
    }

    @Test
    void anotherReasonToEndHasItsOwnExitCode() {
        session.atRecording = List.of(new RecordingStatus.Off());
        session.ending = Optional.of(Problem.of(Reason.ROOM_FULL));
        assertThat(run("", "--record", "/music")).isEqualTo(ExitCode.REFUSED.number());
    }

    @Test
    void anUnknownOutputAtTheStartEndsTheRun() {
        session.atBegin = List.of(new SessionEvent.ProblemOccurred(TYPO));
        assertThat(run("", "--output", "Scarlet")).isEqualTo(ExitCode.NO_SUCH_DEVICE.number());
    }

    @Test
    void anUnknownDeviceInACommandDoesNotEndTheRun() {
        session.deviceName = "Speakers";
        session.atCommand = List.of(new SessionEvent.ProblemOccurred(TYPO));
        String commands = "output Scarlet\nadd tone:440\norigin source-1 mic:Scarlet\nleave\n";
        assertThat(run(commands, "--output", "Speakers")).isEqualTo(ExitCode.DONE.number());
        assertThat(said()).contains("\"reason\":\"no-such-device\"");
        assertThat(session.asked).hasSize(3);
    }

    @Test
    void theStartsOutputThatIsGoneLaterDoesNotEndTheRun() {
        session.deviceName = "Scarlet";
        session.atCommand = List.of(new SessionEvent.ProblemOccurred(TYPO));
        assertThat(run("output Scarlet\nleave\n", "--output", "Scarlet"))
                .isEqualTo(ExitCode.DONE.number());
    }

    @Test
    void theStartsOutputThatWasOpenAndIsLostDoesNotEndTheRun() {
        session.atBegin = List.of(new SessionEvent.OutputChanged("Scarlet", Optional.empty()));
        session.atCommand = List.of(new SessionEvent.ProblemOccurred(TYPO));
        assertThat(run("output Scarlet\nleave\n", "--output", "Scarlet"))
                .isEqualTo(ExitCode.DONE.number());
    }

    @Test
    void theRunEndsWhenItsOutputPipeIsClosed() {
        session.atBegin = List.of(new SessionEvent.SourceRemoved(new SourceId("s1")));
        PrintStream closed = new PrintStream(new ClosedPipe(), false, StandardCharsets.UTF_8);
        assertThat(run(InputStream.nullInputStream(), closed)).isEqualTo(ExitCode.DONE.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gain source-1 NaN",
                "gain source-1 Infinity",
                "gain source-1 -60.1",
                "gain source-1 12.1",
                "gain source-1 loud",
                "gain source-1",
                "track-gain p1/t1 NaN",
                "track-gain p1/t1 13",
                "track-pan p1/t1 NaN",
                "track-pan p1/t1 -1.1",
                "track-pan p1/t1 1.1",
                "master NaN",
                "master -Infinity",
                "master 12.5",
                "master",
                "add tone:440,gain=NaN",
                "add tone:NaN",
                "add pipe:",
                "origin source-1 pipe:",
                "louder source-1 3",
                "remove source-2",
                "mute source-2",
                "origin source-2 tone:440",
                "track-mute p1/t2 on",
                "track-gain p2/t1 0",
                "track-pan p1 0"
            })
    void aCommandThatCannotBeIsAnErrorEventAndChangesNothing(String words) {
        String command = words.replace("p1", Identities.key("p1").base64Url());
        assertThat(run(command + "\nleave\n", "--source", "tone:440"))
                .isEqualTo(ExitCode.DONE.number());
        assertThat(said())
                .startsWith("{\"event\":\"error\",\"reason\":\"command-refused\"")
                .contains(command)
                .hasLineCount(1);
        assertThat(session.asked).singleElement().isInstanceOf(SessionCommand.AddSource.class);
    }

    @Test
    void theEndsOfARangeAreTaken() {
        String commands =
                "gain source-1 -60\ngain source-1 12\ntrack-pan %s/t1 -1\nmaster 12\nleave\n"
                        .formatted(Identities.key("p1"));
        assertThat(run(commands, "--source", "tone:440")).isEqualTo(ExitCode.DONE.number());
        assertThat(said()).isEmpty();
        assertThat(session.asked).hasSize(1 + 4);
    }

    @Test
    void aSourceThatWasRemovedIsUnknown() {
        assertThat(run("add tone:440\nremove source-1\nmute source-1\nleave\n"))
                .isEqualTo(ExitCode.DONE.number());
        assertThat(said()).contains("command-refused", "mute source-1").hasLineCount(1);
        assertThat(session.asked).hasSize(2);
    }

    @Test
    void aLineThatAddsNothingUsesUpNoId() {
        run("add tone:NaN\nadd sine:440\nadd tone:440\nleave\n");
        assertThat(session.asked)
                .singleElement()
                .extracting(command -> ((SessionCommand.AddSource) command).id())
                .isEqualTo(new SourceId("source-1"));
    }

    @Test
    void eventsThatNobodyReadsHoldUpNobody() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        session.atBegin =
                Collections.nCopies(
                        5_000, new SessionEvent.SourceRemoved(new SourceId("s".repeat(100))));
        PrintStream full = new PrintStream(new FullPipe(ended), false, StandardCharsets.UTF_8);
        try {
            InputStream commands =
                    new ByteArrayInputStream("leave\n".getBytes(StandardCharsets.UTF_8));
            assertThat(run(commands, full)).isEqualTo(ExitCode.DONE.number());
        } finally {
            ended.countDown();
        }
    }

    private static RecordingStatus running() {
        return new RecordingStatus.Running(FOLDER);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String commands, String... options) {
        return run(
                new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                options);
    }

    private int run(InputStream in, PrintStream said, String... options) {
        List<String> arguments = new ArrayList<>(List.of("join", LINK, "--json", "--commands"));
        arguments.addAll(List.of(options));
        return TonewireCommand.run(
                arguments, new OneSession(session, in, said), _ -> ExitCode.FAILED);
    }

    /// Emits the events that the test prepared, on the caller's thread.
    private static final class ScriptedSession implements RoomSession {
        private final List<SessionCommand> asked = new ArrayList<>();
        private List<SessionEvent> atBegin = List.of();
        private List<SessionEvent> atCommand = List.of();
        private List<RecordingStatus> atRecording = List.of();
        private Optional<Problem> ending = Optional.empty();
        private String deviceName = "";
        private Consumer<SessionEvent> listener = _ -> {};

        RoomSession begin(Consumer<SessionEvent> told) {
            listener = told;
            atBegin.forEach(told);
            return this;
        }

        @Override
        public void submit(SessionCommand command) {
            if (command instanceof SessionCommand.StartRecording) {
                atRecording.forEach(
                        status -> listener.accept(new SessionEvent.RecordingChanged(status)));
                listener.accept(
                        new SessionEvent.ConnectionChanged(new ConnectionStatus.Ended(ending)));
            } else {
                asked.add(command);
                atCommand.forEach(listener);
            }
        }

        @Override
        public SessionSnapshot snapshot() {
            return new SessionSnapshot(
                    new ConnectionStatus.InRoom(Identities.code("Ann")),
                    InviteLink.parse(LINK).orElseThrow(),
                    new ParticipantName("Ann"),
                    List.of(),
                    List.of(OTHER),
                    new OutputStatus(
                            new OutputChoice.SystemDefault(),
                            deviceName,
                            0,
                            Optional.empty(),
                            new LevelMeter()));
        }

        @Override
        public Runnable onEvent(Consumer<SessionEvent> more) {
            throw new AssertionError("the run listens from the beginning");
        }

        @Override
        public void beginLeaving() {}

        @Override
        public void leave() {}
    }

    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    /// A pipe that is full for as long as the test runs.
    private static final class FullPipe extends OutputStream {
        private final CountDownLatch ended;

        FullPipe(CountDownLatch ended) {
            this.ended = ended;
        }

        @Override
        public void write(int value) throws IOException {
            try {
                ended.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private record OneSession(ScriptedSession session, InputStream in, PrintStream said)
            implements BareServices {
        @Override
        public Sessions sessions() {
            return (_, _, listener) -> session.begin(listener);
        }

        @Override
        public Streams streams() {
            return new Streams(in, said, said);
        }

        @Override
        public AudioDevices devices() {
            return new NoDevices(Optional.of(Problem.of(Reason.NO_SOUND_SERVER)));
        }

        /// Called by the shutdown hook of a run when the test's process ends.
        @Override
        public void exit(ExitCode code) {}
    }
}
