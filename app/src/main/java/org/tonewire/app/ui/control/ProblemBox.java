package org.tonewire.app.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.text.Wording;

/// Shows a problem: what happened, and what to do. Takes no space without one.
public final class ProblemBox extends HBox {
    private final Label words = new Label();
    private final Wording wording;

    public ProblemBox(Wording wording) {
        this.wording = wording;
        getStyleClass().addAll("notice", "problem");
        setAlignment(Pos.TOP_LEFT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setAccessibleRole(AccessibleRole.TEXT);
        setHgrow(words, Priority.ALWAYS);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(Icon.PROBLEM.node(), words);
        show(Optional.empty());
    }

    /// Adds a button that dismisses the problem.
    public ProblemBox dismissable(Runnable dismiss) {
        getChildren().add(Buttons.icon(Icon.REMOVE, wording.text("problem.dismiss"), dismiss));
        return this;
    }

    public ProblemBox follow(ObservableValue<Optional<Problem>> problem) {
        problem.addListener((_, _, now) -> show(now));
        show(problem.getValue());
        return this;
    }

    public void show(Optional<Problem> problem) {
        words.setText(problem.map(wording::problem).orElse(""));
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
    }
}
