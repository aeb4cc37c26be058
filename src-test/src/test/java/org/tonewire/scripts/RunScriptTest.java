package org.tonewire.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When `run.sh` builds, and what the program finds at its standard descriptors.
@Timeout(120)
final class RunScriptTest {
    private static final Map<String, String> USUAL = Map.of();

    @TempDir Path folder;
    private Checkout checkout;

    @BeforeEach
    void checkOut() throws Exception {
        checkout = new Checkout(folder.resolve("checkout"));
    }

    @Test
    void theFirstStartBuildsAndStarts() throws Exception {
        assertThat(checkout.start(USUAL, "")).contains("building", "started");
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void anotherHomeAnotherJdkOrAnotherTimeBuildNothing() throws Exception {
        checkout.start(USUAL, "");
        checkout.start(Map.of("HOME", folder.toString()), "");
        checkout.jdk("other");
        checkout.start(Map.of("JAVA25_HOME", checkout.resolve("other").toString()), "");
        Files.setLastModifiedTime(
                checkout.resolve("app/src/main/A.java"), FileTime.fromMillis(1_000_000_000_000L));
        checkout.start(USUAL, "");

        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void otherContentOfTheSameSizeAndTimeBuilds() throws Exception {
        checkout.start(USUAL, "");
        Path source = checkout.resolve("app/src/main/A.java");
        FileTime time = Files.getLastModifiedTime(source);
        checkout.write("app/src/main/A.java", "class C {}");
        Files.setLastModifiedTime(source, time);
        checkout.start(USUAL, "");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aFileOfAnotherNameBuilds() throws Exception {
        checkout.start(USUAL, "");
        Path source = checkout.resolve("app/src/main/A.java");
        Files.move(source, source.resolveSibling("C.java"));
        checkout.start(USUAL, "");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void aLibraryThatHasGoneBuilds() throws Exception {
        checkout.start(USUAL, "");
        Files.delete(checkout.resolve("library.jar"));
        checkout.start(USUAL, "");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Process one = checkout.begin(USUAL, "");
        Process other = checkout.begin(USUAL, "");

        assertThat(Checkout.said(one)).contains("started");
        assertThat(Checkout.said(other)).contains("started");
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void closedDescriptorsAreNothingToTheProgram() throws Exception {
        checkout.start(USUAL, "<&-");
        assertThat(checkout.descriptors().getFirst()).isEqualTo("/dev/null");

        checkout.start(USUAL, "<&- >&- 2>&-");
        assertThat(checkout.descriptors()).containsOnly("/dev/null");
    }

    @Test
    void openDescriptorsStayTheProgramsOwn() throws Exception {
        Path input = checkout.resolve("pom.xml");
        checkout.start(USUAL, "<" + input);

        assertThat(checkout.descriptors().getFirst()).isEqualTo(input.toString());
        assertThat(checkout.descriptors().get(1)).startsWith("pipe:");
    }
}
