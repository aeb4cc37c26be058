package org.tonewire.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How `test.sh` starts Maven, for which a program stands that notes its arguments.
@Timeout(120)
final class GateScriptTest {
    @TempDir Path root;

    @BeforeEach
    void checkOut() throws IOException {
        for (String file :
                List.of("test.sh", "common/say.sh", "common/maven.sh", "common/reports.sh")) {
            write("packaging/" + file, Files.readString(Shell.packaging().resolve(file)));
        }
        write("packaging/common/apt.sh", "");
        write("packaging/common/jdk.sh", "require_jdk25() { :; }\n");
        write(
                "packaging/common/needs.sh",
                """
                NEEDS_BUILD='' NEEDS_SOUND='' NEEDS_WINDOW='' NEEDS_TEST=''
                require_needs() { :; }
                require_font() { :; }
                """);
        programThatStandsForMaven();
    }

    private void programThatStandsForMaven() throws IOException {
        write(
                "bin/mvn",
                """
                #!/bin/sh
                echo "$*" >>ROOT/calls
                case "$* ${BESIDE:-}" in
                  *test-compile*warns)
                    case $* in *--quiet*) ;; *) echo '[WARNING] a variable is unused' ;; esac
                    echo '[ERROR] warnings found and -Werror specified'
                    exit 1
                    ;;
                  *verify*waits)
                    touch ROOT/begun
                    exec sleep 600
                    ;;
                  *--offline*surefire:test*hangs)
                    echo $$ >ROOT/pid && mv ROOT/pid ROOT/beside
                    exec sleep 600
                    ;;
                  *verify*hangs) until [ -e ROOT/beside ]; do sleep 0.1; done ;;
                  *verify*fails) ;;
                  *verify*) mkdir -p ROOT/app/target && touch ROOT/app/target/app-1.jar ;;
                esac
                """
                        .replace("ROOT", root.toString()));
        assertThat(root.resolve("bin/mvn").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theUnitTestsRunBesideTheWholeSystemTests() throws Exception {
        assertThat(calls("-Dany=thing"))
                .anyMatch(call -> call.contains("--offline") && call.endsWith("surefire:test"))
                .anyMatch(call -> call.contains("--offline") && call.endsWith("-Dany=thing test"))
                .anyMatch(call -> call.endsWith("-Dapp.tests.skip=true -Dany=thing verify"));
    }

    @Test
    void anApplicationThatIsNotCompiledIsNotWaitedFor() throws Exception {
        write("app/target/app-1.jar", "of another day");
        assertThat(callsOf("fails")).noneMatch(call -> call.endsWith(" test"));
    }

    @Test
    void aGoalRunsAlone() throws Exception {
        assertThat(calls("clean"))
                .noneMatch(call -> call.contains("surefire:test"))
                .noneMatch(call -> call.contains("tests.skip"))
                .anyMatch(call -> call.endsWith("clean verify"));
    }

    @Test
    void anOptionRunsAlone() throws Exception {
        assertThat(calls("-Dany=thing", "--debug"))
                .noneMatch(call -> call.contains("surefire:test"))
                .anyMatch(call -> call.endsWith("-Dany=thing --debug verify"));
    }

    @Test
    void theMavenBesideEndsWithTheScript() throws Exception {
        Process script = start("hangs");
        Path beside = root.resolve("beside");
        while (!Files.exists(beside)) {
            assertThat(script.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        ProcessHandle maven =
                ProcessHandle.of(Long.parseLong(Files.readString(beside).strip())).orElseThrow();
        script.destroy();
        try {
            assertThat(maven.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        } finally {
            maven.destroyForcibly();
        }
        script.waitFor();
    }

    @Test
    void whatTheCompilerWarnsOfIsTold() throws Exception {
        callsOf("warns");
        assertThat(root.resolve("said")).content().contains("[WARNING] a variable is unused");
    }

    @Test
    void thePartBesideEndsWhenTheScriptIsKilled() throws Exception {
        Process script = start("waits");
        Path begun = root.resolve("begun");
        while (!Files.exists(begun)) {
            assertThat(script.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        List<ProcessHandle> parts = script.descendants().toList();
        List<ProcessHandle> scripts = parts.stream().filter(GateScriptTest::isBash).toList();
        try {
            assertThat(scripts).isNotEmpty();
            script.destroyForcibly().waitFor();
            parts.stream().filter(part -> !isBash(part)).forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle part : scripts) {
                assertThat(part.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
            }
        } finally {
            parts.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean isBash(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("bash");
    }

    private List<String> calls(String... arguments) throws Exception {
        return callsOf("", arguments);
    }

    private List<String> callsOf(String beside, String... arguments) throws Exception {
        assertThat(start(beside, arguments).waitFor()).as("no test has run").isEqualTo(1);
        return Files.readAllLines(root.resolve("calls"));
    }

    private Process start(String beside, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", root.resolve("packaging/test.sh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(root.resolve("said").toFile());
        builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("BESIDE", beside);
        return builder.start();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
