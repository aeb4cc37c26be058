package org.tonewire.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.app.core.host.ServerOutcome;
import org.tonewire.app.core.host.ServerRequest;
import org.tonewire.app.core.host.ServerRules;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.hosting.EmbeddedHost;
import org.tonewire.app.shell.settings.Language;

/// A problem in words is whole and of one language, whatever it happened to.
final class ProblemTextsTest {
    private static final Pattern DOUBLED =
            Pattern.compile("(?iU)\\b(\\p{L}+(?:\\s+\\p{L}+){0,3})\\s+\\1\\b");
    private static final Pattern WORDS = Pattern.compile("(?U)[^\\p{L}]+");
    private static final String SUBJECT = "/x/9.y";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonIsSaidWithoutDoubledWordsAndEnglishRests(Language language) {
        for (Reason reason : Reason.values()) {
            whole(Problem.of(reason), language);
            whole(new Problem(reason, SUBJECT), language);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aServerThatDoesNotStartNamesAThingAndNotASentence(Language language) throws Exception {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(failure("127.0.0.1", taken.getLocalPort(), Optional.empty(), language))
                    .isEqualTo(new Problem(Reason.PORT_IN_USE, port));
        }
        assertThat(failure("192.0.2.1", 0, Optional.empty(), language))
                .isEqualTo(new Problem(Reason.ADDRESS_UNAVAILABLE, "192.0.2.1"));
        assertThat(failure("127.0.0.1", 0, Optional.of(nothing), language))
                .isEqualTo(new Problem(Reason.CERTIFICATE_UNUSABLE, nothing.toString()));
    }

    private Problem failure(String host, int port, Optional<Path> pem, Language language)
            throws IOException {
        ServerRequest request =
                new ServerRequest(
                        host,
                        List.of(new ServerRequest.ListenPort(port, false)),
                        pem.map(file -> new ServerRequest.CertificateFiles(file, file)),
                        new ServerRules(Optional.empty(), Set.of(), Map.of()));
        EmbeddedHost starter =
                new EmbeddedHost(
                        folder,
                        _ -> {
                            throw new AssertionError("nobody offers by HTTP");
                        });
        Problem problem = ((ServerOutcome.Failed) starter.start(request)).problem();
        whole(problem, language);
        return problem;
    }

    private static void whole(Problem problem, Language language) {
        String text = said(problem, language);
        assertThat(text).doesNotContain("{", "}").doesNotContainPattern(DOUBLED);
        assertThat(text.split(Pattern.quote(SUBJECT), -1)).hasSizeLessThanOrEqualTo(3);
        if (language == Language.ENGLISH || language == Language.SYSTEM) {
            return;
        }
        String gap = problem.subject().isEmpty() ? SUBJECT : problem.subject();
        String english = said(problem, Language.ENGLISH).replace(gap, "");
        Set<String> rests = new HashSet<>(runs(english).toList());
        assertThat(runs(text.replace(gap, ""))).as(text).noneMatch(rests::contains);
    }

    private static String said(Problem problem, Language language) {
        Wording wording = Wording.of(Locale.ENGLISH);
        wording.setLanguage(language);
        return wording.problem(problem);
    }

    /// Each four words that follow one another.
    private static Stream<String> runs(String text) {
        String[] words = WORDS.split(text.toLowerCase(Locale.ROOT));
        return IntStream.rangeClosed(0, words.length - 4)
                .mapToObj(from -> String.join(" ", Arrays.asList(words).subList(from, from + 4)));
    }
}
