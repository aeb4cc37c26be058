package org.tonewire.app.ui.side;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.room.TrackStats.Direction;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;

/// Statistics: one table per track.
final class StatsView extends VBox {
    private final Wording wording;

    StatsView(StatsViewModel model, Wording wording) {
        this.wording = wording;
        getStyleClass().addAll("column", "stats-view");
        setVgrow(this, Priority.ALWAYS);
        Label none = Layouts.paragraph("quiet", wording.text("stats.empty"));
        VBox tables = Layouts.column("strips");
        ListedNodes.fill(tables.getChildren(), model.tracks(), this::table);
        VBox content =
                Layouts.column(
                        "stats-content",
                        Layouts.onlyWhen(Bindings.isEmpty(model.tracks()), none),
                        tables);
        getChildren().add(Layouts.scrolling(content));
    }

    private Node table(TrackStatsModel model) {
        boolean sent = model.stats().get().direction() == Direction.SENT;
        Label title = Layouts.label("stats-title", model.track());
        title.setGraphic((sent ? Icon.SENT : Icon.RECEIVED).node());
        Label person =
                Layouts.label(
                        "quiet",
                        wording.text(sent ? "stats.to" : "stats.from", model.person()));
        GridPane grid = new GridPane();
        grid.getStyleClass().add("stats-grid");
        addRow(grid, 0, "stats.bitrate", model, f -> wording.bitrate(f.bitrateBps()));
        addRow(grid, 1, "stats.round-trip", model, f -> wording.millis(f.roundTripMillis()));
        addRow(grid, 2, "stats.loss", model, f -> wording.percent(f.lossPercent()));
        addRow(grid, 3, "stats.jitter", model, f -> wording.millis(f.jitterMillis()));
        if (!sent) {
            addRow(grid, 4, "stats.buffer", model, f -> wording.millis(f.bufferMillis()));
            addRow(grid, 5, "stats.queue", model, f -> wording.millis(f.queueMillis()));
            addRow(grid, 6, "stats.concealed", model, f -> wording.percent(f.concealedPercent()));
            addRow(grid, 7, "stats.stretched", model, f -> wording.percent(f.stretchedPercent()));
        }
        addRow(grid, 8, "stats.codec", model, f -> wording.codec(f.codec()));
        addRow(grid, 9, "stats.path", model, f -> known(f.path()));
        return Layouts.column("stats-card", title, person, grid);
    }

    private void addRow(
            GridPane grid,
            int row,
            String key,
            TrackStatsModel model,
            Function<TrackStats, String> words) {
        Label name = Layouts.label("quiet", wording.text(key));
        name.setMinWidth(USE_PREF_SIZE);
        Label value = Layouts.paragraph("numbers", "");
        value.textProperty().bind(model.stats().map(words));
        GridPane.setHgrow(value, Priority.ALWAYS);
        grid.addRow(row, name, value);
    }

    private static String known(String text) {
        return text.isEmpty() ? Wording.UNKNOWN : text;
    }
}
