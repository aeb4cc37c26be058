package org.tonewire.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.shell.settings.Language;

/// Every language says everything that English does, with the same gaps to fill.
final class LanguagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern SENTENCE = Pattern.compile("(\\p{L}+ ){3,}");
    private static final Locale HOME = Locale.ROOT;
    private static final Object[] SOME = {3, "b", "c"};

    static Stream<Arguments> bundles() {
        return Language.translated()
                .flatMap(language ->
                        Stream.of("messages", "ui").map(name -> Arguments.of(name, language)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsMissingAndNoneIsLeftOver(String name, Language language) {
        Set<String> said = texts(name, language).keySet();
        Set<String> english = texts(name, Language.ENGLISH).keySet();
        assertThat(without(english, said)).as("missing in %s, %s", name, language).isEmpty();
        assertThat(without(said, english)).as("unknown in %s, %s", name, language).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextHasTheSameArgumentsAndCanBeFormatted(String name, Language language) {
        Map<String, String> english = texts(name, Language.ENGLISH);
        texts(name, language)
                .forEach((key, text) -> {
                    assertThat(arguments(text))
                            .as(key)
                            .isEqualTo(arguments(english.getOrDefault(key, "")));
                    if (!arguments(text).isEmpty()) {
                        MessageFormat format = new MessageFormat(text, language.locale(HOME));
                        assertThat(format.format(SOME)).as(key).isNotBlank();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmptyOrHasAnApostropheThatIsAQuote(String name, Language language) {
        texts(name, language)
                .forEach((key, text) -> assertThat(text).as(key).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceIsLeftInEnglish(String name, Language language) {
        if (language == Language.ENGLISH) {
            return;
        }
        Map<String, String> english = texts(name, Language.ENGLISH);
        texts(name, language)
                .forEach((key, text) -> {
                    if (SENTENCE.matcher(text).find()) {
                        assertThat(text).as(key).isNotEqualTo(english.get(key));
                    }
                });
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /// English is the bundle without a tag.
    private static Map<String, String> texts(String name, Language language) {
        String tag = language == Language.ENGLISH ? "" : "_" + language.tag();
        String file = name + tag + ".properties";
        Properties read = new Properties();
        try (InputStream bytes =
                        Objects.requireNonNull(Wording.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }
}
