package org.tonewire.app.ui.side;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.room.MessageStats;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.SoundStats.SourceStats;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;

/// Statistics: one table per track, and one for the audio of this computer.
final class StatsView extends VBox {
    private final StatsViewModel model;
    private final Wording wording;

    StatsView(StatsViewModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
        getStyleClass().addAll("column", "stats-view");
        setVgrow(this, Priority.ALWAYS);
        Label none = Layouts.paragraph("quiet", wording.text("stats.empty"));
        VBox tables = Layouts.column("strips");
        ListedNodes.fill(tables.getChildren(), model.tracks(), this::table);
        VBox computer = Layouts.column("stats-computer");
        model.sound().subscribe(_ -> computer.getChildren().setAll(computer()));
        model.refused().subscribe(_ -> computer.getChildren().setAll(computer()));
        VBox content =
                Layouts.column(
                        "stats-content",
                        Layouts.onlyWhen(Bindings.isEmpty(model.tracks()), none),
                        tables,
                        computer);
        getChildren().add(Layouts.scrolling(content));
    }

    /// Health of the sources, playback clock, callback errors and refused messages; nothing before
    /// the first figures.
    private List<Node> computer() {
        SoundStats now = model.sound().get();
        MessageStats refused = model.refused().get();
        if (now.equals(SoundStats.NONE) && refused.total() == 0) {
            return List.of();
        }
        GridPane grid = grid();
        for (SourceStats source : now.sources()) {
            addRow(
                    grid,
                    model.sourceName(source.source()),
                    wording.text(
                            "stats.source",
                            source.health().gaps(),
                            wording.ppm(source.health().clockErrorPpm())));
        }
        String clock = now.exactClock() ? "stats.clock.exact" : "stats.clock.inexact";
        addRow(grid, wording.text("stats.clock"), wording.text(clock));
        addRow(grid, wording.text("stats.callbacks"), Long.toString(now.callbackFailures()));
        addRow(
                grid,
                wording.text("stats.refused"),
                wording.text(
                        "stats.refused.counts",
                        refused.total(),
                        refused.wrongSeal() + refused.withoutSeal(),
                        refused.repeated()));
        Label title = Layouts.label("stats-title", wording.text("stats.computer"));
        return List.of(Layouts.column("stats-card", title, grid));
    }

    private Node table(TrackStatsModel track) {
        boolean sent = track.stats().get().direction() == Direction.SEND;
        Label title = Layouts.label("stats-title", track.track());
        title.setGraphic((sent ? Icon.SENT : Icon.RECEIVED).node());
        Label participant =
                Layouts.label(
                        "quiet", wording.text(sent ? "stats.to" : "stats.from", track.person()));
        GridPane grid = grid();
        addRow(grid, "stats.bitrate", track, s -> wording.bitrate(s.bitrateBps()));
        addRow(grid, "stats.round-trip", track, s -> wording.millis(s.roundTripMillis()));
        addRow(grid, "stats.loss", track, s -> wording.percent(s.lossPercent()));
        addRow(grid, "stats.jitter", track, s -> wording.millis(s.jitterMillis()));
        if (!sent) {
            addRow(grid, "stats.buffer", track, s -> wording.millis(s.bufferMillis()));
            addRow(grid, "stats.queue", track, s -> wording.millis(s.queueMillis()));
            addRow(grid, "stats.concealed", track, s -> wording.percent(s.concealedPercent()));
            addRow(grid, "stats.stretched", track, s -> wording.percent(s.stretchedPercent()));
            addQueueRow(grid, "stats.underruns", track, q -> Long.toString(q.underruns()));
            addQueueRow(grid, "stats.dropped", track, q -> Long.toString(q.lostFrames()));
            addQueueRow(grid, "stats.drift", track, q -> wording.ppm(q.driftPpm()));
        }
        addRow(grid, "stats.codec", track, s -> wording.codec(s.codec()));
        addRow(grid, "stats.path", track, s -> known(s.path()));
        return Layouts.column("stats-card", title, participant, grid);
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("stats-grid");
        return grid;
    }

    private void addRow(
            GridPane grid, String key, TrackStatsModel track, Function<TrackStats, String> text) {
        addRow(grid, wording.text(key), track.stats().map(text));
    }

    private void addQueueRow(
            GridPane grid, String key, TrackStatsModel track, Function<QueueStats, String> text) {
        ObservableValue<Optional<QueueStats>> queue = model.queue(track);
        addRow(grid, wording.text(key), queue.map(q -> q.map(text).orElse(Wording.UNKNOWN)));
    }

    private static void addRow(GridPane grid, String name, ObservableValue<String> text) {
        addRow(grid, name, "").textProperty().bind(text);
    }

    private static Label addRow(GridPane grid, String name, String text) {
        Label label = Layouts.label("quiet", name);
        label.setMinWidth(USE_PREF_SIZE);
        Label value = Layouts.paragraph("numbers", text);
        GridPane.setHgrow(value, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, value);
        return value;
    }

    private static String known(String text) {
        return text.isEmpty() ? Wording.UNKNOWN : text;
    }
}
