package org.tonewire.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.testing.Eventually;

final class NotifySendTest {
    @TempDir Path folder;

    @Test
    void namesOfStrangersAreNeitherOptionsNorMarkup() {
        List<String> command =
                NotifySend.command(Path.of("/bin/notify-send"), "--urgency=x", "<b>&Ada</b>");
        assertThat(command.subList(command.indexOf("--"), command.size()))
                .containsExactly("--", "--urgency=x", "&lt;b&gt;&amp;Ada&lt;/b&gt;");
    }

    @Test
    @Tag("posix")
    void theProgramIsToldBoth() throws IOException {
        Path program = folder.resolve("notify-send");
        Path heard = folder.resolve("heard");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + heard + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        NotifySend.by(program).show("Band", "Ada is in the room");
        Eventually.holds(() -> said(heard).contains("Ada is in the room"), () -> said(heard));
        assertThat(said(heard)).contains("Band");
    }

    @Test
    void aProgramThatIsGoneIsPassedOver() {
        NotifySend.by(folder.resolve("none")).show("Band", "Ada is in the room");
        assertThat(folder).isEmptyDirectory();
    }

    private static String said(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
