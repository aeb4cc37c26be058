package org.tonewire.app.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveListTest {
    private final LiveList<Character, String, StringBuilder> list =
            new LiveList<>(
                    text -> text.charAt(0),
                    _ -> new StringBuilder(),
                    (model, text) -> {
                        model.setLength(0);
                        model.append(text);
                    });

    @Test
    void whatStaysKeepsItsModelAndIsUpdated() {
        list.show(List.of("a1", "b1"));
        StringBuilder first = list.models().getFirst();
        list.show(List.of("a2", "c1"));
        assertThat(list.models().getFirst()).isSameAs(first).hasToString("a2");
        assertThat(list.models()).extracting(StringBuilder::toString).containsExactly("a2", "c1");
    }

    @Test
    void theOrderFollows() {
        list.show(List.of("a", "b", "c"));
        list.show(List.of("c", "a", "b"));
        assertThat(list.models())
                .extracting(StringBuilder::toString)
                .containsExactly("c", "a", "b");
    }
}
