package org.tonewire.app.ui.help;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// The list of topics or search results; selecting one opens it.
final class ContentsList extends ListView<Topic> {
    private boolean showing;

    ContentsList(HelpViewModel model, String name) {
        getStyleClass().add("help-contents");
        setAccessibleText(name);
        setCellFactory(_ -> new TopicCell());
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, topic) -> {
                    if (!showing && topic != null) {
                        model.read(topic);
                    }
                });
        model.found().subscribe(found -> show(found, model.current().get()));
        model.current().subscribe(topic -> show(model.found().get(), topic));
    }

    private void show(List<Topic> found, Topic current) {
        showing = true;
        try {
            if (!getItems().equals(found)) {
                getItems().setAll(found);
            }
            if (found.contains(current)) {
                getSelectionModel().select(current);
                scrollTo(Math.max(0, found.indexOf(current) - 4));
            } else {
                getSelectionModel().clearSelection();
            }
        } finally {
            showing = false;
        }
    }

    private static final class TopicCell extends ListCell<Topic> {
        private static final PseudoClass PART = PseudoClass.getPseudoClass("part");

        /// As wide as the list; long titles wrap.
        TopicCell() {
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable Topic topic, boolean empty) {
            super.updateItem(topic, empty);
            setText(topic == null ? null : topic.title());
            pseudoClassStateChanged(PART, topic != null && !topic.beginsChapter());
        }
    }
}
