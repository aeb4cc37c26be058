package org.tonewire.app.store.wav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// File names of tracks with hostile, long or unusual names.
class TrackFileNameTest {
    private static final String TIME = "2026-03-01 20.15.00";
    private static final String RARE_KANJI = "\ud842\udfb7";
    private static final Path FOLDER = Path.of("music");

    @Test
    void usualNamesStayUnchanged() {
        assertThat(name("Ann", "Mix")).isEqualTo(TIME + " Ann - Mix.wav");
        assertThat(name("田中太郎", "Flügel_2")).isEqualTo(TIME + " 田中太郎 - Flügel_2.wav");
    }

    @Test
    void longNamesShareTheAvailableBytes() {
        String long1 = "合奏参加者田中太郎".repeat(7).substring(0, 60);
        String name = name(long1, long1);
        assertThat(bytes(name)).isBetween(120, TrackFileName.MAX_BYTES);
        assertThat(name).startsWith(TIME + " 合奏参加者田中太郎").contains(" - 合奏参加者田中太郎");
        String shortFirst = name("Ann", long1);
        assertThat(shortFirst).startsWith(TIME + " Ann - 合奏参加者田中太郎合奏参加者田中太郎");
        assertThat(name(long1, "Mix")).endsWith(" - Mix.wav");
    }

    @Test
    void noCharacterIsCutInTheMiddle() {
        for (int letters = 0; letters < 120; letters++) {
            String name = name("a".repeat(letters) + RARE_KANJI, "Mix");
            assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc",
                "a/b\\c:d",
                "..",
                ".",
                "",
                "   ",
                "CON",
                "nul.txt",
                "x.",
                "x ",
                "\u0000",
                "a\nb",
                "a\u202eb",
                "a\u200eb",
                "a\u2066b",
                "\ud842",
                "\udfb7",
                "*?\"<>|",
                "🎵"
            })
    void noNameLeavesTheFolderOrHidesTheFile(String hostile) {
        for (String name : new String[] {name(hostile, "Mix"), name("Ann", hostile)}) {
            assertThat(name)
                    .startsWith(TIME + " ")
                    .endsWith(".wav")
                    .matches("[\\p{L}\\p{M}\\p{Nd} ._-]+");
            assertThat(name.substring(TIME.length(), name.length() - 4)).doesNotContain(".");
            assertThat(name.substring(0, name.length() - 4)).doesNotEndWith(" ");
        }
    }

    @Test
    void equivalentSpellingsMakeTheSameName() {
        assertThat(name("Zoe\u0308", "Mix")).isEqualTo(name("Zo\u00eb", "Mix"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"合合合合合合合合合合合合合合合合合合合合", "", " "})
    void theLongestNameFitsWithItsNumber(String track) {
        String wide = "a" + "合".repeat(63);
        Path last = TrackFileName.of(TIME, wide, track).in(FOLDER, TrackFileName.MAX_NUMBER);
        assertThat(bytes(last.getFileName().toString()))
                .isLessThanOrEqualTo(TrackFileName.MAX_BYTES);
        assertThat(last.toString()).endsWith(" (9999).wav");
    }

    @Test
    void namesThatTheSystemCannotEncodeAreReducedToAscii() {
        assertThat(new TrackFileName("Ann\u0000 \ud842 - ä").in(FOLDER, 2))
                .isEqualTo(FOLDER.resolve("Ann_ _ - _ (2).wav"));
    }

    @Test
    void anyNamesMakeAFileName() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            String name = name(anything(random), anything(random));
            assertThat(bytes(name)).isLessThanOrEqualTo(TrackFileName.MAX_BYTES);
            assertThat(Path.of(name).getNameCount()).isEqualTo(1);
        }
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(64); k > 0; k--) {
            text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x11_0000));
        }
        return text.toString();
    }

    private static String name(String participant, String track) {
        return TrackFileName.of(TIME, participant, track).in(FOLDER, 1).getFileName().toString();
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
