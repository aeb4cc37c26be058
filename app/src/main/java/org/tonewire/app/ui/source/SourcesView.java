package org.tonewire.app.ui.source;

import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Buttons;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.control.ListedNodes;
import org.tonewire.app.ui.control.ProblemBox;
import org.tonewire.app.ui.meter.MeterTicker;

/// The left column of the room: local sources.
public final class SourcesView extends VBox {
    private final SourcesViewModel model;
    private final Wording wording;
    private final AddressForm addressForm;
    private final AddSourceButton add;

    public SourcesView(SourcesViewModel model, MeterTicker ticker, Wording wording) {
        this.model = model;
        this.wording = wording;
        this.addressForm = new AddressForm(model, wording);
        this.add = new AddSourceButton(model, addressForm, wording);
        getStyleClass().addAll("column", "pane", "sources-pane");
        getChildren().addAll(header(), list(ticker));
    }

    /// Accepts audio files dropped anywhere on the node.
    public void acceptDrops(Node target) {
        target.setOnDragOver(SourcesView::dragged);
        target.setOnDragDropped(this::dropped);
    }

    private Node header() {
        Label title = Layouts.label("pane-title", wording.text("source.title"));
        return Layouts.row("pane-header", title, Layouts.filler(), add);
    }

    private Node list(MeterTicker ticker) {
        BooleanBinding empty = Bindings.isEmpty(model.strips());
        VBox strips = Layouts.column("strips");
        ListedNodes.fill(
                strips.getChildren(),
                model.strips(),
                strip -> new SourceStripView(strip, model.devices(), ticker, wording));
        ProblemBox problem =
                new ProblemBox(wording).dismissable(model::dismissProblem).follow(model.problem());
        Node invitation = Layouts.onlyWhen(empty, emptyState());
        VBox content = Layouts.column("pane-content", addressForm, problem, strips, invitation);
        ScrollPane scrolling = Layouts.scrolling(content);
        setVgrow(scrolling, Priority.ALWAYS);
        return scrolling;
    }

    private Node emptyState() {
        return Layouts.column(
                "empty-state",
                Icon.LOGO.node(),
                Layouts.paragraph("empty-title", wording.text("source.empty.title")),
                Layouts.paragraph("empty-text", wording.text("source.empty.text")),
                quickAdds());
    }

    /// All buttons have the width of the widest.
    private VBox quickAdds() {
        VBox quick =
                Layouts.column(
                        "quick-adds",
                        quick(Icon.MICROPHONE, "source.empty.microphone", model::addMicrophone),
                        quick(Icon.SYSTEM_AUDIO, "source.empty.system", model::addSystemAudio),
                        quick(Icon.FILE, "source.empty.file", add::chooseFiles));
        quick.setMaxWidth(USE_PREF_SIZE);
        return quick;
    }

    private Button quick(Icon icon, String key, Runnable action) {
        Button button = Buttons.labelled(icon, wording.text(key), () -> chosen(action));
        button.getStyleClass().add("quick-add");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /// The buttons disappear with the first source, so the focus moves to the add button.
    private void chosen(Runnable action) {
        add.requestFocus();
        action.run();
    }

    private static void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            model.addFiles(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }
}
