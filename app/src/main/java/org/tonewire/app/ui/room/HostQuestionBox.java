package org.tonewire.app.ui.room;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.tonewire.app.text.Wording;
import org.tonewire.app.ui.control.Icon;
import org.tonewire.app.ui.control.Layouts;
import org.tonewire.app.ui.room.HostViewModel.Question;

/// Asks a host, in place, whether to renew the invite or to remove somebody.
final class HostQuestionBox extends HBox {
    private final Label words = Layouts.paragraph("notice-text", "");
    private final Button yes = new Button();
    private final Button no = new Button();
    private final Wording wording;

    HostQuestionBox(HostViewModel model, Wording wording) {
        this.wording = wording;
        getStyleClass().addAll("row", "notice", "question");
        yes.getStyleClass().add("danger");
        yes.setMinWidth(USE_PREF_SIZE);
        yes.setOnAction(_ -> model.confirm());
        no.setMinWidth(USE_PREF_SIZE);
        no.setOnAction(_ -> model.cancel());
        no.setCancelButton(true);
        getChildren().addAll(Icon.PROBLEM.node(), words, Layouts.filler(), yes, no);
        show("invite.renew", "");
        Layouts.onlyWhen(model.question().map(asked -> asked.isPresent()), this);
        model.question().subscribe(asked -> asked.ifPresent(this::ask));
    }

    private void ask(Question asked) {
        switch (asked) {
            case Question.Renew() -> show("invite.renew", "");
            case Question.Remove(_, String name) -> show("person.remove", name);
        }
        no.requestFocus();
    }

    private void show(String key, String name) {
        words.setText(wording.text(key + ".question", name));
        yes.setText(wording.text(key + ".yes"));
        no.setText(wording.text(key + ".no"));
    }
}
