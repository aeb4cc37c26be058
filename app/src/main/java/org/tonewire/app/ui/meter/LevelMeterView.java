package org.tonewire.app.ui.meter;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.text.Wording;

/// A stereo meter: per channel, the RMS as a solid bar, the peak as a lighter one, the held peak as
/// a line. Sampled by the ticker while it is in a scene; redrawn only after a change.
final class LevelMeterView extends Region {
    private static final double BAR_HEIGHT = 7;
    private static final double GAP = 2;
    private static final double LOOSE_PEAK = 0.45;
    private static final double HOLD_WIDTH = 2;
    private static final double MIDDLE_FROM_DB = -18;
    private static final double HIGH_FROM_DB = -6;
    private static final long ANNOUNCE_NANOS = 1_000_000_000L;

    private final Canvas canvas = new Canvas();
    private final MeterPaints paints = new MeterPaints(this, this::redrawNext);
    private final MeterTicker ticker;
    private final MeterTicker.Animated movement = this::move;
    private final MeterState state;
    private final Wording wording;
    private Supplier<Levels> source = () -> Levels.silent(0);
    private long drawn = -1;
    private long announcedNanos;
    private double announcedDb = Levels.SILENCE_DB;

    LevelMeterView(MeterTicker ticker, MeterState state, Wording wording) {
        this.ticker = ticker;
        this.state = state;
        this.wording = wording;
        getStyleClass().add("level-meter");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().add(canvas);
        setMinWidth(80);
        sceneProperty().addListener((_, before, now) -> attached(before != null, now != null));
    }

    void setSource(Supplier<Levels> source) {
        this.source = source;
    }

    MeterPaints paints() {
        return paints;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return MeterPaints.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    /// Called by a screen reader at any time: the level as text and in dBFS.
    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT, VALUE_STRING -> wording.text("meter.level", wording.level(peakDb()));
            case VALUE -> Math.clamp(peakDb(), MeterScale.MARKS_DB[0], 0);
            case MIN_VALUE -> MeterScale.MARKS_DB[0];
            case MAX_VALUE -> 0.0;
            case INDETERMINATE -> false;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private double peakDb() {
        Levels now = state.levels();
        return Math.max(now.peakLeftDb(), now.peakRightDb());
    }

    /// At most once per second, so that screen reader users can hear the music too.
    private void announce(long nanos) {
        if (nanos - announcedNanos >= ANNOUNCE_NANOS && Math.abs(peakDb() - announcedDb) >= 1) {
            announcedNanos = nanos;
            announcedDb = peakDb();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(2 * BAR_HEIGHT + GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void attached(boolean before, boolean now) {
        if (!before && now) {
            ticker.add(movement);
        } else if (before && !now) {
            ticker.remove(movement);
        }
    }

    private void redrawNext() {
        drawn = -1;
    }

    void move(long nanos) {
        state.show(source.get(), nanos);
        announce(nanos);
        long wanted = fingerprint();
        if (wanted != drawn) {
            drawn = wanted;
            draw();
        }
    }

    /// The six positions in half pixels: equal fingerprints draw the same picture.
    private long fingerprint() {
        Levels now = state.levels();
        long print = 17;
        print = print * 4_099 + half(now.peakLeftDb());
        print = print * 4_099 + half(now.peakRightDb());
        print = print * 4_099 + half(now.rmsLeftDb());
        print = print * 4_099 + half(now.rmsRightDb());
        print = print * 4_099 + half(state.holdLeftDb());
        return (print * 4_099 + half(state.holdRightDb())) & Long.MAX_VALUE;
    }

    private long half(double db) {
        return Math.round(MeterScale.place(db) * canvas.getWidth() * 2);
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Levels now = state.levels();
        drawBar(pen, 0, now.rmsLeftDb(), now.peakLeftDb(), state.holdLeftDb());
        double second = BAR_HEIGHT + GAP;
        drawBar(pen, second, now.rmsRightDb(), now.peakRightDb(), state.holdRightDb());
    }

    private void drawBar(GraphicsContext pen, double y, double rms, double peak, double hold) {
        double width = canvas.getWidth();
        pen.setFill(paints.ground());
        pen.fillRoundRect(0, y, width, BAR_HEIGHT, 3, 3);
        pen.setGlobalAlpha(LOOSE_PEAK);
        drawZones(pen, y, MeterScale.place(peak) * width);
        pen.setGlobalAlpha(1);
        drawZones(pen, y, MeterScale.place(rms) * width);
        double held = MeterScale.place(hold) * width;
        if (held > HOLD_WIDTH) {
            pen.setFill(hold >= HIGH_FROM_DB ? paints.high() : paints.hold());
            pen.fillRect(held - HOLD_WIDTH, y, HOLD_WIDTH, BAR_HEIGHT);
        }
    }

    private void drawZones(GraphicsContext pen, double y, double until) {
        double middle = MeterScale.place(MIDDLE_FROM_DB) * canvas.getWidth();
        double high = MeterScale.place(HIGH_FROM_DB) * canvas.getWidth();
        drawZone(pen, paints.low(), y, 0, Math.min(until, middle));
        drawZone(pen, paints.middle(), y, middle, Math.min(until, high));
        drawZone(pen, paints.high(), y, high, until);
    }

    private static void drawZone(
            GraphicsContext pen, Color colour, double y, double from, double until) {
        if (until > from) {
            pen.setFill(colour);
            pen.fillRect(from, y, until - from, BAR_HEIGHT);
        }
    }
}
