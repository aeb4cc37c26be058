package org.tonewire.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings.Theme;

/// Walks the tour and looks at every screen as somebody would who reads another language, hears a
/// screen reader, uses the keyboard alone or sees little.
class EveryScreenTest {
    private static final int MIN_WIDTH = 880;
    private static final int MIN_HEIGHT = 560;

    /// One look after the other: changing it reads all styles again.
    static Stream<Arguments> stopsInEveryLanguage() {
        return Language.translated()
                .sorted(Comparator.comparing(EveryScreenTest::lookWith))
                .flatMap(language ->
                        TourStops.all().stream().map(stop -> Arguments.of(stop, language)));
    }

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /// In the smallest window, where long words have the least room. One window for all of it: the
    /// headless platform keeps the memory of each.
    @ParameterizedTest
    @MethodSource("stopsInEveryLanguage")
    void everybodyCanReadAndReachEverything(TourStop stop, Language language) {
        Appearance appearance =
                Appearance.DEFAULT.withLanguage(language).withTheme(lookWith(language));
        List<String> wrong = new ArrayList<>();
        TourStop small = stop.sized(MIN_WIDTH, MIN_HEIGHT);
        try (TourWindow window = new TourWindow(small, appearance)) {
            TourWindow.look(() -> wrong.addAll(ScreenReader.unnamed()));
            TourWindow.look(() -> wrong.addAll(Contrast.faint(window.scene())));
            TourWindow.fx(() -> wrong.addAll(walk(window)));
            lookForCuts(window, wrong);
            if (language == Language.GERMAN) {
                lookFromRightToLeft(window, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// Once, with the longest words: none of the languages is written so yet.
    private static void lookFromRightToLeft(TourWindow window, List<String> wrong) {
        TourWindow.fx(() -> window.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        window.settle();
        lookForCuts(window, wrong);
    }

    /// Each look with two languages: colours do not depend on words.
    private static Theme lookWith(Language language) {
        return switch (language) {
            case ENGLISH, SPANISH, SYSTEM -> Theme.LIGHT;
            case GERMAN, JAPANESE -> Theme.DARK;
        };
    }

    private static void lookForCuts(TourWindow window, List<String> wrong) {
        TourWindow.look(() -> {
            wrong.addAll(Layout.clipped(window.scene()));
            wrong.addAll(Layout.displaced(window.scene()));
            wrong.addAll(Layout.beyond(window.scene()));
        });
    }

    /// Once round with the tab key.
    private static List<String> walk(TourWindow window) {
        List<Node> all = ScreenReader.reachable(window.scene()).toList();
        Set<Node> met = new LinkedHashSet<>();
        all.getFirst().requestFocus();
        Node at = window.scene().getFocusOwner();
        List<String> wrong = new ArrayList<>();
        while (at != null && met.add(at)) {
            Node from = at;
            at.requestFocusTraversal(TraversalDirection.NEXT);
            at = window.scene().getFocusOwner();
            if (at != null && !met.contains(at) && isBackwards(place(from), place(at))) {
                wrong.add("from " + Nodes.describe(from) + " back to " + Nodes.describe(at));
            }
        }
        all.stream()
                .filter(node -> !met.contains(node) && !isReachedByArrows(node, met))
                .forEach(node -> wrong.add("never reached: " + Nodes.describe(node)));
        return wrong;
    }

    /// Choices side by side are one stop of the tab key, at the one that holds.
    private static boolean isReachedByArrows(Node node, Set<Node> met) {
        return node instanceof ToggleButton button
                && button.getToggleGroup() != null
                && met.contains(button.getToggleGroup().getSelectedToggle());
    }

    /// Up and to the left, or to the left in the same row.
    private static boolean isBackwards(Bounds from, Bounds to) {
        boolean above = to.getMaxY() <= from.getMinY() + 1;
        boolean sameRow = to.getMinY() < from.getMaxY() && from.getMinY() < to.getMaxY();
        boolean left = to.getMaxX() <= from.getMinX() + 1;
        return left && (above || sameRow);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
