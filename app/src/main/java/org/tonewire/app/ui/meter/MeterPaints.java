package org.tonewire.app.ui.meter;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of a meter, from the style sheet: `-tw-ground`, `-tw-low`, `-tw-middle`, `-tw-high`
/// and `-tw-hold`.
final class MeterPaints {
    private static final StyleablePropertyFactory<LevelMeterView> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final CssMetaData<LevelMeterView, Color> GROUND =
            FACTORY.createColorCssMetaData("-tw-ground", view -> view.paints().ground);
    private static final CssMetaData<LevelMeterView, Color> LOW =
            FACTORY.createColorCssMetaData("-tw-low", view -> view.paints().low);
    private static final CssMetaData<LevelMeterView, Color> MIDDLE =
            FACTORY.createColorCssMetaData("-tw-middle", view -> view.paints().middle);
    private static final CssMetaData<LevelMeterView, Color> HIGH =
            FACTORY.createColorCssMetaData("-tw-high", view -> view.paints().high);
    private static final CssMetaData<LevelMeterView, Color> HOLD =
            FACTORY.createColorCssMetaData("-tw-hold", view -> view.paints().hold);

    private final StyleableProperty<Color> ground;
    private final StyleableProperty<Color> low;
    private final StyleableProperty<Color> middle;
    private final StyleableProperty<Color> high;
    private final StyleableProperty<Color> hold;

    MeterPaints(LevelMeterView view, Runnable changed) {
        this.ground = property(view, GROUND, changed);
        this.low = property(view, LOW, changed);
        this.middle = property(view, MIDDLE, changed);
        this.high = property(view, HIGH, changed);
        this.hold = property(view, HOLD, changed);
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color ground() {
        return ground.getValue();
    }

    Color low() {
        return low.getValue();
    }

    Color middle() {
        return middle.getValue();
    }

    Color high() {
        return high.getValue();
    }

    Color hold() {
        return hold.getValue();
    }

    private static StyleableProperty<Color> property(
            LevelMeterView view, CssMetaData<LevelMeterView, Color> meta, Runnable changed) {
        SimpleStyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(meta, view, meta.getProperty(), Color.GRAY);
        property.addListener(_ -> changed.run());
        return property;
    }
}
