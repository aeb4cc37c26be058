package org.tonewire.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gate's verdict over reports of the test runs.
final class ReportsTest {
    private static final String PASSED = "<testcase name=\"fine\" classname=\"a.ATest\"/>";

    @TempDir Path root;

    @Test
    void whatHasPassedIsGreen() throws Exception {
        report("one", "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"0\"", PASSED + PASSED);

        var outcome = judge("all", "one");

        assertThat(outcome.lines()).endsWith("2 passed, 0 failed, 0 skipped");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aFailureIsRedAndNamedAboveTheLastLine() throws Exception {
        report(
                "one",
                "tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"1\"",
                PASSED,
                "<testcase name=\"bad\" classname=\"a.ATest\">",
                "  <failure message=\"&#10;expected &lt;1&gt;&#10;but was 2\" type=\"E\"><![CDATA[at",
                "  <failure message=\"only printed\">",
                "  ]]></failure>",
                "</testcase>");

        var outcome = judge("all", "one");

        assertThat(outcome.lines())
                .endsWith("failed: a.ATest.bad: expected <1>", "1 passed, 1 failed, 0 skipped");
        assertThat(outcome.lines()).filteredOn(line -> line.startsWith("failed")).hasSize(1);
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void anErrorWithoutWordsIsNamedByItsType() throws Exception {
        report(
                "one",
                "tests=\"1\" errors=\"1\" skipped=\"0\" failures=\"0\"",
                "<testcase name=\"bad\" classname=\"a.ATest\">",
                "  <error type=\"java.io.IOException\"><![CDATA[at]]></error>",
                "</testcase>");

        var outcome = judge("all", "one");

        assertThat(outcome.lines())
                .endsWith(
                        "failed: a.ATest.bad: java.io.IOException",
                        "0 passed, 1 failed, 0 skipped");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void aSkippedTestIsRed() throws Exception {
        report(
                "one",
                "tests=\"2\" errors=\"0\" skipped=\"1\" failures=\"0\"",
                PASSED,
                "<testcase name=\"idle\" classname=\"a.ATest\">",
                "  <skipped message=\"no sound card\" type=\"Aborted\"/>",
                "</testcase>");

        var outcome = judge("all", "one");

        assertThat(outcome.lines())
                .endsWith("skipped: a.ATest.idle: no sound card", "1 passed, 0 failed, 1 skipped");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void aModuleWithoutReportsIsRedUnlessTestsWereChosen() throws Exception {
        report("one", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"", PASSED);

        var whole = judge("all", "one", "two");
        assertThat(whole.lines()).contains("no test ran in: two");
        assertThat(whole.lines()).endsWith("1 passed, 0 failed, 0 skipped");
        assertThat(whole.code()).isEqualTo(1);

        var chosen = judge("some", "one", "two");
        assertThat(chosen.lines()).doesNotContain("no test ran in: two");
        assertThat(chosen.code()).isZero();
    }

    @Test
    void noTestAtAllIsRed() throws Exception {
        var outcome = judge("some", "one");

        assertThat(outcome.lines()).endsWith("0 passed, 0 failed, 0 skipped");
        assertThat(outcome.code()).isEqualTo(1);
    }

    @Test
    void testsOfOtherSystemsAreCounted() throws Exception {
        report("one", "tests=\"1\" errors=\"0\" skipped=\"0\" failures=\"0\"", PASSED);
        // Written in parts, since this file is counted too.
        source(
                "A",
                "@Tag" + "(\"windows\")",
                "class A {",
                "    @Test",
                "    @RepeatedTest(2)",
                "}");
        source("B", "class B {", "    @Test", "    @Test", "    @Tag" + "(\"windows\")", "}");
        source("C", "@Tag" + "(\"linux\")", "class C {", "    @Test", "}");

        assertThat(judge("all", "one").lines()).contains("3 for other systems");
    }

    private void report(String module, String counts, String... lines) throws Exception {
        Path folder = Files.createDirectories(root.resolve(module + "/target/surefire-reports"));
        Files.writeString(
                folder.resolve("TEST-a.ATest.xml"),
                "<testsuite name=\"a.ATest\" %s>\n  %s\n</testsuite>\n"
                        .formatted(counts, String.join("\n  ", lines)));
    }

    private void source(String name, String... lines) throws Exception {
        Path folder = Files.createDirectories(root.resolve("one/src/test/java"));
        Files.writeString(
                folder.resolve(name + ".java"), "package a;\n" + String.join("\n", lines) + "\n");
    }

    private Shell.Outcome judge(String extent, String... modules) throws Exception {
        return Shell.run(
                root, List.of("say", "reports"), "judge_reports " + extent + " \"$@\"", modules);
    }
}
