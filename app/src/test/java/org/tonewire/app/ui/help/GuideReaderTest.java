package org.tonewire.app.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.ui.help.Span.Weight;

class GuideReaderTest {
    @Test
    void headingsBeginTopics() {
        Guide guide =
                GuideReader.read("# Guide\n\nHello.\n\n## Rooms & keys\n\n### QR code\n\nYes.");
        assertThat(guide.topics())
                .extracting(Topic::level, Topic::title, Topic::anchor)
                .containsExactly(
                        tuple(1, "Guide", "guide"),
                        tuple(2, "Rooms & keys", "rooms-keys"),
                        tuple(3, "QR code", "qr-code"));
        assertThat(guide.topics().getLast().blocks()).isEqualTo(List.of(paragraph("Yes.")));
    }

    @Test
    void aParagraphKeepsItsWeightsKeysAndLinks() {
        assertThat(only("Press **now**\n`F1`, or *see* [there](#rooms)."))
                .isEqualTo(
                        new Block.Paragraph(
                                List.of(
                                        words("Press "),
                                        new Span.Words("now", Weight.STRONG),
                                        words(" "),
                                        new Span.Typed("F1"),
                                        words(", or "),
                                        new Span.Words("see", Weight.SLANTED),
                                        words(" "),
                                        new Span.Link("there", "#rooms"),
                                        words("."))));
    }

    @Test
    void listsCountFromWhereTheyBegin() {
        assertThat(only("- a\n- b")).isEqualTo(new Block.Items(0, List.of(item("a"), item("b"))));
        assertThat(only("3. a\n4. b")).isEqualTo(new Block.Items(3, List.of(item("a"), item("b"))));
    }

    @Test
    void aQuoteIsAMessageOfTheProgram() {
        assertThat(only("> The room is full."))
                .isEqualTo(new Block.Message(List.of(paragraph("The room is full."))));
    }

    @Test
    void aTablesFirstRowHasTheNames() {
        assertThat(only("| Key | Does |\n|---|---|\n| `M` | mutes |"))
                .isEqualTo(
                        new Block.Table(
                                List.of(
                                        List.of(paragraph("Key"), paragraph("Does")),
                                        List.of(
                                                new Block.Paragraph(List.of(new Span.Typed("M"))),
                                                paragraph("mutes")))));
    }

    @Test
    void aPictureByItselfIsShownByItself() {
        assertThat(only("![The room](images/room.png)"))
                .isEqualTo(new Block.Picture("images/room.png", "The room"));
    }

    @Test
    void codeKeepsItsLines() {
        assertThat(only("```\na\n  b\n```")).isEqualTo(new Block.Listing("a\n  b"));
    }

    @Test
    void whatTheWindowCannotShowIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> only("<b>markup</b>"));
        assertThatIllegalArgumentException().isThrownBy(() -> GuideReader.read("No title."));
    }

    private static Block only(String markdown) {
        List<Block> blocks = GuideReader.read("# T\n\n" + markdown).first().blocks();
        assertThat(blocks).hasSize(1);
        return blocks.getFirst();
    }

    private static List<Block> item(String text) {
        return List.of(paragraph(text));
    }

    private static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(List.of(words(text)));
    }

    private static Span words(String text) {
        return new Span.Words(text, Weight.PLAIN);
    }
}
