package org.tonewire.app.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.text.Wording;

/// The guide as it is: what it quotes is what the program says, and what it points at is there.
class UserGuideTest {
    private static final Set<String> BUNDLES = Set.of("messages", "ui");

    private final Guide guide = Guide.read();

    @Test
    void everyMessageQuotedIsOneTheProgramSays() {
        List<Pattern> said = texts().map(UserGuideTest::pattern).toList();
        assertThat(messages())
                .isNotEmpty()
                .allSatisfy(message ->
                        assertThat(said)
                                .as(message)
                                .anyMatch(pattern -> pattern.matcher(message).matches()));
    }

    @Test
    void everyProblemHasItsPlaceInTheGuide() {
        List<String> quoted = messages().toList();
        ResourceBundle bundle = bundle("messages");
        Set<String> missing = new TreeSet<>();
        for (Reason reason : Reason.values()) {
            String key = "problem." + reason.wireName();
            boolean told =
                    Stream.of(key, key + ".of")
                            .filter(bundle::containsKey)
                            .map(each -> pattern(bundle.getString(each)))
                            .anyMatch(p -> quoted.stream().anyMatch(m -> p.matcher(m).matches()));
            if (!told) {
                missing.add(reason.wireName());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkWithinTheGuideLeadsSomewhere() {
        Set<String> anchors =
                guide.topics().stream().map(Topic::anchor).collect(Collectors.toSet());
        assertThat(anchors).as("no title twice").hasSameSizeAs(guide.topics());
        assertThat(spans().filter(Span.Link.class::isInstance).map(Span.Link.class::cast))
                .isNotEmpty()
                .allSatisfy(link -> {
                    String target = link.target();
                    assertThat(target).startsWith(target.startsWith("#") ? "#" : "https://");
                    if (target.startsWith("#")) {
                        assertThat(anchors).contains(target.substring(1));
                    }
                });
    }

    /// Those that the window's screens open.
    @Test
    void theTopicsThatScreensAskForAreThere() {
        assertThat(List.of("first-steps", "settings", "the-room"))
                .allSatisfy(anchor -> assertThat(guide.topic(anchor)).isPresent());
    }

    @Test
    void everyPictureIsThereAndDescribed() {
        assertThat(blocks(Block.Picture.class))
                .isNotEmpty()
                .allSatisfy(picture -> {
                    assertThat(picture.words()).isNotBlank();
                    assertThat(Guide.resource(picture.file())).isNotNull();
                });
    }

    /// What the guide sets in bold as a button or title can be read in the window.
    @Test
    void whatIsBoldIsWrittenInTheWindow() {
        Set<String> known =
                texts().map(text -> text.replaceAll("…$", "")).collect(Collectors.toSet());
        assertThat(
                        spans().filter(Span.Words.class::isInstance)
                                .map(Span.Words.class::cast)
                                .filter(words -> words.weight() == Span.Weight.STRONG)
                                .map(words -> words.text().replaceAll("…$", "")))
                .isNotEmpty()
                .allSatisfy(bold -> assertThat(known).contains(bold));
    }

    private Stream<String> messages() {
        return blocks(Block.Message.class).map(Block.Message::words);
    }

    private <B extends Block> Stream<B> blocks(Class<B> kind) {
        return guide.topics().stream()
                .flatMap(topic -> topic.blocks().stream())
                .flatMap(UserGuideTest::within)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<Span> spans() {
        return blocks(Block.Paragraph.class).flatMap(paragraph -> paragraph.spans().stream());
    }

    private static Stream<Block> within(Block block) {
        Stream<Block> inside =
                switch (block) {
                    case Block.Paragraph _, Block.Listing _, Block.Picture _ -> Stream.empty();
                    case Block.Items(_, List<List<Block>> items) ->
                            items.stream().flatMap(List::stream);
                    case Block.Message(List<Block> blocks) -> blocks.stream();
                    case Block.Table(List<List<Block.Paragraph>> rows) ->
                            rows.stream().flatMap(List::stream);
                };
        return Stream.concat(Stream.of(block), inside.flatMap(UserGuideTest::within));
    }

    private static Stream<String> texts() {
        return BUNDLES.stream()
                .map(UserGuideTest::bundle)
                .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString));
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                Wording.class.getPackageName() + "." + name,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Anything may stand for an argument.
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Stream.of(text.split("\\{\\d[^}]*}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+")));
    }
}
