package org.tonewire.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.settings.Language;

final class WordingTest {
    private static final String SENTENCE = "[^{}]+[.。]";

    private final Wording wording = Wording.of(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentence(Reason reason) {
        assertThat(wording.problem(Problem.of(reason))).endsWith(".").doesNotContain("{");
        assertThat(wording.problem(new Problem(reason, "The Subject")))
                .endsWith(".")
                .doesNotContain("{");
    }

    @Test
    void theSubjectStandsInTheSentence() {
        Problem problem = new Problem(Reason.DEVICE_BUSY, "Scarlett 2i2");
        assertThat(wording.problem(problem))
                .startsWith("“Scarlett 2i2” is in use by another program");
    }

    @Test
    void aSubjectWithBracesIsShownAsItIs() {
        Problem problem = new Problem(Reason.FILE_NOT_FOUND, "a {0} 'b'.wav");
        assertThat(wording.problem(problem)).contains("“a {0} 'b'.wav”");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyReasonHasASentenceInEveryLanguage(Language language) {
        wording.setLanguage(language);
        for (Reason reason : Reason.values()) {
            assertThat(wording.problem(Problem.of(reason))).matches(SENTENCE);
            assertThat(wording.problem(new Problem(reason, "The Subject"))).matches(SENTENCE);
        }
    }

    @Test
    void anotherLanguageTakesOverAndGivesBack() {
        wording.setLanguage(Language.GERMAN);
        assertThat(wording.text("settings.title")).isEqualTo("Einstellungen");
        wording.setLanguage(Language.JAPANESE);
        assertThat(wording.text("settings.title")).isEqualTo("設定");
        wording.setLanguage(Language.SYSTEM);
        assertThat(wording.text("settings.title")).isEqualTo("Settings");
    }

    @Test
    void numbersFollowTheLanguage() {
        wording.setLanguage(Language.GERMAN);
        assertThat(wording.gain(-6.25)).isEqualTo("−6,2 dB");
        assertThat(wording.percent(0.44)).isEqualTo("0,4 %");
        wording.setLanguage(Language.JAPANESE);
        assertThat(wording.percent(0.44)).isEqualTo("0.4%");
    }

    @Test
    void aComputerInViennaKeepsItsFormsForGerman() {
        Wording vienna = Wording.of(Locale.of("de", "AT"));
        vienna.setLanguage(Language.GERMAN);
        assertThat(vienna.locale()).isEqualTo(Locale.of("de", "AT"));
        vienna.setLanguage(Language.SPANISH);
        assertThat(vienna.locale()).isEqualTo(Locale.of("es"));
    }

    @Test
    void oneAndManyAreSaidDifferently() {
        assertThat(wording.text("room.close.question", 1)).contains("the other participant");
        assertThat(wording.text("room.close.question", 3)).contains("all 3 other participants");
        wording.setLanguage(Language.GERMAN);
        assertThat(wording.text("room.close.question", 1)).contains("vom anderen Teilnehmer");
        assertThat(wording.text("room.close.question", 3)).contains("allen 3 anderen Teilnehmern");
        wording.setLanguage(Language.SPANISH);
        assertThat(wording.text("room.close.question", 1)).contains("del otro participante");
        assertThat(wording.text("room.close.question", 3)).contains("de los otros 3 participantes");
    }

    @Test
    void gainsHaveASignAndOneDigit() {
        assertThat(wording.gain(0)).isEqualTo("0.0 dB");
        assertThat(wording.gain(-0.01)).isEqualTo("0.0 dB");
        assertThat(wording.gain(3)).isEqualTo("+3.0 dB");
        assertThat(wording.gain(-6.25)).isEqualTo("−6.2 dB");
        assertThat(wording.gain(-60)).isEqualTo("−∞ dB");
    }

    @Test
    void levelsAreDbfs() {
        assertThat(wording.level(-18.2)).isEqualTo("−18.2 dBFS");
        assertThat(wording.level(-120)).isEqualTo("silence");
    }

    @Test
    void durationsShowHoursOnlyWhereThereAreSome() {
        assertThat(wording.duration(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(wording.duration(Duration.ofSeconds(3_723))).isEqualTo("1:02:03");
        assertThat(wording.duration(Duration.ofSeconds(-1))).isEqualTo("0:00");
    }

    @Test
    void figuresThatAreNotKnownAreADash() {
        assertThat(wording.millis(Double.NaN)).isEqualTo("–");
        assertThat(wording.bitrate(256_300)).isEqualTo("256 kb/s");
        assertThat(wording.percent(0.44)).isEqualTo("0.4 %");
    }

    @Test
    void aLanguageWithoutABundleGetsEnglish() {
        assertThat(Wording.of(Locale.of("fi")).text("app.name")).isEqualTo("Tonewire");
    }
}
