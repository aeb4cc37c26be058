package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class SizeRulesTest {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PACKAGE_CLASSES = 25;

    private final SourceTree tree = SourceTree.find();

    @Test
    void noFileIsLongerThan400Lines() {
        var tooLong = new ArrayList<String>();
        for (var file : tree.javaFiles()) {
            int lines = SourceTree.lines(file).size();
            if (lines > FILE_LINES) {
                tooLong.add(tree.relative(file) + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void noPackageHasMoreThan25Classes() {
        var counts = new TreeMap<String, Integer>();
        for (var file : tree.javaFiles()) {
            var name = tree.relative(file);
            if (name.contains("/src/main/") && !name.endsWith("/package-info.java")) {
                counts.merge(name.substring(0, name.lastIndexOf('/')), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count <= PACKAGE_CLASSES);
        assertThat(counts).isEmpty();
    }

    @Test
    void noMethodIsLongerThan40Lines() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(tree.javaFiles()));
            var trees = Trees.instance(task);
            var tooLong = new ArrayList<String>();
            for (var unit : task.parse()) {
                new MethodLengths(unit, trees, tooLong).scan(unit, null);
            }
            assertThat(tooLong).isEmpty();
        }
    }

    /// Collects the methods of one file that are too long.
    private final class MethodLengths extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> tooLong;

        MethodLengths(CompilationUnitTree unit, Trees trees, List<String> tooLong) {
            this.unit = unit;
            this.trees = trees;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var positions = trees.getSourcePositions();
            var lineMap = unit.getLineMap();
            long first = lineMap.getLineNumber(positions.getStartPosition(unit, method));
            long last = lineMap.getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > METHOD_LINES) {
                var file = tree.relative(Path.of(unit.getSourceFile().toUri()));
                tooLong.add(file + " " + method.getName() + ": " + (last - first + 1));
            }
            return super.visitMethod(method, null);
        }
    }
}
