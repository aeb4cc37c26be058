package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What class files do not show, or only those that ship: looked for in every source file.
class WordRulesTest {
    private final SourceTree tree = SourceTree.find();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\bThread\\.sleep\\(",
                "\\bTimeUnit\\.\\w+\\.sleep\\(",
                "\\borg\\.mockito\\b",
                "\\.printStackTrace\\(",
                "^import (static )?[\\w.]+\\.\\*;",
                "//\\s*(TODO|FIXME|XXX)\\b",
            })
    void isNowhere(String words) {
        var pattern = Pattern.compile(words);
        var found = new ArrayList<String>();
        for (var file : tree.javaFiles()) {
            var lines = SourceTree.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(tree.relative(file) + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
