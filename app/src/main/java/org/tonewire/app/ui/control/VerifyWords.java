package org.tonewire.app.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import org.tonewire.app.core.trust.VerifyCode;

/// The words of a verify code, three in a line, to be read aloud.
public final class VerifyWords {
    private static final int IN_A_LINE = 3;

    private VerifyWords() {}

    public static Label of(VerifyCode code) {
        return Layouts.paragraph("verify-words", lines(code.words()));
    }

    private static String lines(List<String> words) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String before = i % IN_A_LINE == 0 ? "\n" : "  ";
            lines.append(i == 0 ? "" : before).append(words.get(i));
        }
        return lines.toString();
    }
}
