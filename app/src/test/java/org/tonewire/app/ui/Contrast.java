package org.tonewire.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// How well text stands out from what is behind it, by WCAG 2.2: at least 4.5 for words (1.4.3) and
/// 3 for pictures (1.4.11). FX thread.
final class Contrast {
    private static final double WORDS = 4.5;
    private static final double PICTURES = 3;

    private Contrast() {}

    /// What cannot be read well. Controls that are off are not asked.
    static List<String> faint(Scene scene) {
        return Nodes.seen(scene.getRoot())
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.getText().isBlank() && !isOff(text))
                .flatMap(text -> complaint(text).stream())
                .distinct()
                .toList();
    }

    static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static Optional<String> complaint(Text text) {
        if (!(text.getFill() instanceof Color fill)) {
            return Optional.empty();
        }
        Color ground = ground(text);
        Color ink = over(fill, opacity(text), ground);
        double ratio = ratio(ink, ground);
        boolean picture = text instanceof FontIcon;
        if (ratio >= (picture ? PICTURES : WORDS)) {
            return Optional.empty();
        }
        Node owner = text.getParent();
        String words = picture ? "picture" : text.getText();
        return Optional.of(
                "%.2f %s on %s: %s in %s"
                        .formatted(ratio, ink, ground, words, Nodes.describe(owner)));
    }

    private static boolean isOff(Node node) {
        return node.isDisabled();
    }

    private static double opacity(Node node) {
        double all = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            all *= at.getOpacity();
        }
        return all;
    }

    /// The colours of all that the text lies in, from the window inwards.
    private static Color ground(Node text) {
        List<Region> around = new ArrayList<>();
        for (Node at = text.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                around.addFirst(region);
            }
        }
        Color ground = Color.WHITE;
        for (Region region : around) {
            Background background =
                    Objects.requireNonNullElse(region.getBackground(), Background.EMPTY);
            for (BackgroundFill fill : background.getFills()) {
                if (fill.getFill() instanceof Color colour) {
                    ground = over(colour, 1, ground);
                }
            }
        }
        return ground;
    }

    private static Color over(Color ink, double opacity, Color ground) {
        return ground.interpolate(
                Color.color(ink.getRed(), ink.getGreen(), ink.getBlue()),
                ink.getOpacity() * opacity);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
