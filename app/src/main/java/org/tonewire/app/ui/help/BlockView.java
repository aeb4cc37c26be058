package org.tonewire.app.ui.help;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonewire.app.ui.control.Layouts;

/// Shows the blocks of a page.
///
/// @param open opens the target of a link
record BlockView(Consumer<String> open) {
    private static final int SHORT_COLUMN = 16;
    private static final int LONG_COLUMN = 60;

    Node node(Block block) {
        return switch (block) {
            case Block.Paragraph(List<Span> spans) -> new SpanFlow(spans, open);
            case Block.Items(int first, List<List<Block>> items) -> items(first, items);
            case Block.Message(List<Block> blocks) -> column("guide-message", blocks);
            case Block.Listing(String text) -> Layouts.paragraph("guide-listing", text);
            case Block.Table table -> table(table);
            case Block.Picture(String file, String words) ->
                    new PictureBox(new Image(Guide.resource(file).toExternalForm()), words);
        };
    }

    private VBox column(String styleClass, List<Block> blocks) {
        VBox column = Layouts.column(styleClass);
        blocks.forEach(block -> column.getChildren().add(node(block)));
        return column;
    }

    private Node items(int first, List<List<Block>> items) {
        VBox column = Layouts.column("guide-items");
        for (int i = 0; i < items.size(); i++) {
            Label mark = Layouts.label("guide-mark", first == 0 ? "•" : first + i + ".");
            mark.setMinWidth(Label.USE_PREF_SIZE);
            VBox words = column("guide-item", items.get(i));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(mark, words);
            row.getStyleClass().add("guide-row");
            column.getChildren().add(row);
        }
        return column;
    }

    /// Columns have the width of their longest text, within bounds, so that short values stay on
    /// one line.
    private Node table(Block.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        int columns = table.rows().getFirst().size();
        double[] wanted = new double[columns];
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                Block.Paragraph words = table.rows().get(row).get(column);
                wanted[column] = Math.max(wanted[column], wantedBy(words));
                grid.add(cell(words, row), column, row);
            }
        }
        double all = 0;
        for (double each : wanted) {
            all += each;
        }
        for (double each : wanted) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100 * each / all);
            share.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(share);
        }
        return grid;
    }

    private static double wantedBy(Block.Paragraph words) {
        return Math.clamp(words.words().length(), SHORT_COLUMN, LONG_COLUMN);
    }

    private Node cell(Block.Paragraph words, int row) {
        StackPane cell = new StackPane(new SpanFlow(words.spans(), open));
        cell.getStyleClass().addAll("guide-cell", row == 0 ? "head" : "body");
        GridPane.setValignment(cell, VPos.TOP);
        GridPane.setFillHeight(cell, true);
        return cell;
    }
}
