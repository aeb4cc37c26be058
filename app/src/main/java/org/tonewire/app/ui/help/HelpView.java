package org.tonewire.app.ui.help;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Layouts;

/// The guide: contents and search on the left, a page on the right.
public final class HelpView extends HBox {
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CLOSE =
            new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);
    private static final double CONTENTS_WIDTH = 260;

    private final HelpViewModel model;
    private final Wording wording;
    private final TextField search = new TextField();
    private final ContentsList contents;
    private final PageView page;

    /// @param browser opens a web page
    public HelpView(
            HelpViewModel model, Consumer<String> browser, Runnable close, Wording wording) {
        this.model = model;
        this.wording = wording;
        this.page = new PageView(target -> open(target, browser));
        this.contents = new ContentsList(model, wording.text("help.contents"));
        getStyleClass().addAll("screen", "help");
        HBox.setHgrow(page, Priority.ALWAYS);
        getChildren().addAll(side(), page);
        model.current().subscribe(topic -> page.show(model.chapter(), topic));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, close));
    }

    /// Goes to the topic when the window has its size.
    public void follow(String anchor) {
        model.follow(anchor);
        page.show(model.chapter(), model.current().get());
    }

    /// Focuses the search field, where the keyboard starts.
    public void focusSearch() {
        search.requestFocus();
    }

    private Node side() {
        search.setPromptText(wording.text("help.search.prompt"));
        search.setAccessibleText(wording.text("help.search"));
        search.textProperty().bindBidirectional(model.query());
        search.setOnAction(_ -> model.readNextFound());
        Label count = Layouts.paragraph("quiet", "");
        count.textProperty()
                .bind(model.found().map(List::size).map(n -> wording.text("help.found", n)));
        VBox.setVgrow(contents, Priority.ALWAYS);
        VBox side =
                Layouts.column(
                        "help-side",
                        search,
                        Layouts.onlyWhen(model.query().map(words -> !words.isBlank()), count),
                        contents);
        if (!wording.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            side.getChildren().add(Layouts.paragraph("quiet", wording.text("help.english")));
        }
        side.setMinWidth(CONTENTS_WIDTH);
        side.setMaxWidth(CONTENTS_WIDTH);
        return side;
    }

    private void open(String target, Consumer<String> browser) {
        if (target.startsWith("#")) {
            model.follow(target.substring(1));
        } else {
            browser.accept(target);
        }
    }

    private void pressed(KeyEvent event, Runnable close) {
        if (FIND.match(event) || event.getCode() == KeyCode.F1) {
            search.requestFocus();
            search.selectAll();
        } else if (CLOSE.match(event) || event.getCode() == KeyCode.ESCAPE) {
            close.run();
        } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
            contents.requestFocus();
        } else {
            return;
        }
        event.consume();
    }
}
