package org.tonewire.app.ui.control;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.tonewire.app.text.Wording;

/// Copies a text and confirms it for two seconds.
public final class CopyButton extends Button {
    private final PauseTransition thenBack = new PauseTransition(Duration.seconds(2));
    private final Supplier<String> text;
    private final String before;
    private final String after;

    public CopyButton(String words, Supplier<String> text, Wording wording) {
        super(words, Icon.COPY.node());
        this.text = text;
        this.before = words;
        this.after = wording.text("copy.done");
        thenBack.setOnFinished(_ -> showBefore());
        setOnAction(_ -> copy());
    }

    public void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.get());
        Clipboard.getSystemClipboard().setContent(content);
        setMinWidth(getWidth());
        setText(after);
        setGraphic(Icon.COPIED.node());
        thenBack.playFromStart();
    }

    private void showBefore() {
        setText(before);
        setGraphic(Icon.COPY.node());
    }
}
