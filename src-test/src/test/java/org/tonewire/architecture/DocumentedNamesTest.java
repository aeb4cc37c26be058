package org.tonewire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the documents for developers name as code exists in the sources: types, their members and
/// packages. The documents for users (user guide, settings) name keys and buttons instead.
class DocumentedNamesTest {
    private static final Pattern FENCE = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "^[ \\t]*(?:(?:public|private|protected|static|final|sealed|non-sealed|abstract)"
                            + "[ \\t]+)*(?:class|interface|record|enum|@interface)[ \\t]+(\\w+)",
                    Pattern.MULTILINE);

    /// A type with its package or without, and perhaps a member: `core.loop.Timer`, `Type.member`.
    private static final Pattern TYPE =
            Pattern.compile("(?<![\\w$./-])((?:[a-z]\\w*\\.)*)([A-Z]\\w*)(?:[.#]([A-Za-z]\\w*))?");

    private static final Pattern HUMPS = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+");
    private static final Pattern PACKAGE =
            Pattern.compile("(?:app|core|rtc|ui|cli|shell|desktop|signaling)(?:\\.[a-z]+)+");

    private static final Pattern TEST = Pattern.compile("(\\w+Test)\\.(\\w+)");

    /// Base64url of 32 bytes and more, perhaps after a number: a key, a proof or a seal; or of 16
    /// bytes: a secret.
    private static final Pattern KEY =
            Pattern.compile("(?:\\d+\\.)?[\\w-]{41,}|(?=[\\w-]*\\d)[\\w-]{22}");

    private static final Set<String> FOREIGN_ROOTS = Set.of("java", "javax", "org", "com", "jdk");

    /// Names of the JDK, of libraries and of other programs.
    private static final Set<String> FOREIGN =
            Set.of(
                    "FuzzTest",
                    "JsonObject",
                    "MediaStream",
                    "NameOwnerChanged",
                    "NullMarked",
                    "SoftMaxHeapSize",
                    "TieredStopAtLevel");

    private final SourceTree tree = SourceTree.find();
    private final Map<String, List<String>> filesByType = new HashMap<>();
    private final Map<String, String> textByFile = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> shipped = new HashSet<>();

    DocumentedNamesTest() {
        for (Path file : tree.javaFiles()) {
            String text = read(file);
            String name = tree.relative(file).replaceFirst("^[^/]+/src/(?:main|test)/java/", "");
            textByFile.put(name, text);
            String packageName = name.substring(0, name.lastIndexOf('/')).replace('/', '.');
            packages.add(packageName);
            if (tree.relative(file).contains("/src/main/")) {
                shipped.add(packageName);
            }
            Matcher declared = DECLARATION.matcher(text);
            while (declared.find()) {
                filesByType.computeIfAbsent(declared.group(1), _ -> new ArrayList<>()).add(name);
            }
        }
    }

    @Test
    void everyTypeInTheDocumentsExists() {
        List<String> gone = new ArrayList<>();
        documents()
                .forEach(document -> {
                    Set<String> examples = examples(read(document));
                    codeWords(document)
                            .forEach(word -> {
                                Matcher type = TYPE.matcher(word);
                                while (type.find()) {
                                    if (isGone(type, examples)) {
                                        gone.add(tree.relative(document) + ": " + word);
                                    }
                                }
                            });
                });
        assertThat(gone).isEmpty();
    }

    @Test
    void everyPackageInTheDocumentsExists() {
        List<String> gone = new ArrayList<>();
        documents()
                .forEach(document ->
                        codeWords(document)
                                .filter(word -> PACKAGE.matcher(word).matches())
                                .filter(word -> !isPackage(word))
                                .forEach(word -> gone.add(tree.relative(document) + ": " + word)));
        assertThat(gone).isEmpty();
    }

    @Test
    void theTableOfCorePackagesIsComplete() {
        String core = "org.tonewire.app.core.";
        Set<String> documented = new TreeSet<>();
        SourceTree.lines(tree.file("docs/ARCHITECTURE.md")).stream()
                .dropWhile(line -> !line.equals("## Inside `app.core`"))
                .dropWhile(line -> !line.startsWith("| package |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell ->
                        CODE.matcher(cell)
                                .results()
                                .forEach(name -> documented.add(name.group(1))));
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        shipped.stream()
                                .filter(name -> name.startsWith(core))
                                .map(name -> name.substring(core.length()))
                                .collect(Collectors.toSet()));
    }

    @Test
    void everySecurityClaimNamesTestsThatExist() {
        List<String> claims =
                SourceTree.lines(tree.file("docs/SECURITY.md")).stream()
                        .dropWhile(line -> !line.equals("## What is protected"))
                        .takeWhile(line -> !line.equals("## What is not protected"))
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| claim |"))
                        .toList();
        assertThat(claims)
                .hasSizeGreaterThan(10)
                .allSatisfy(claim ->
                        assertThat(CODE.matcher(claim.split("\\|", -1)[2]).results())
                                .isNotEmpty()
                                .allMatch(name -> isTest(name.group(1))));
    }

    private boolean isTest(String name) {
        Matcher test = TEST.matcher(name);
        return test.matches()
                && filesByType.getOrDefault(test.group(1), List.of()).stream()
                        .map(file -> textByFile.getOrDefault(file, ""))
                        .anyMatch(text -> text.contains("void " + test.group(2) + "("));
    }

    private boolean isGone(Matcher found, Set<String> examples) {
        String qualifier = found.group(1);
        String type = found.group(2);
        if (FOREIGN.contains(type)
                || examples.contains(type)
                || FOREIGN_ROOTS.contains(qualifier.replaceFirst("\\..*", ""))) {
            return false;
        }
        List<String> files = filesByType.getOrDefault(type, List.of());
        if (files.isEmpty()) {
            return !qualifier.isEmpty() || HUMPS.matcher(type).matches();
        }
        String folder = "/" + qualifier.replace('.', '/');
        return files.stream()
                .filter(file -> ("/" + file).contains(folder))
                .noneMatch(file -> hasMember(file, found.group(3)));
    }

    private boolean hasMember(String file, @Nullable String member) {
        return member == null
                || Pattern.compile("\\b" + member + "\\b")
                        .matcher(textByFile.getOrDefault(file, ""))
                        .find();
    }

    private boolean isPackage(String name) {
        return packages.stream().anyMatch(known -> ("." + known + ".").contains("." + name + "."));
    }

    private Stream<Path> documents() {
        try (Stream<Path> files = Files.walk(tree.file("docs"))) {
            return Stream.concat(
                            files
                                    .filter(file -> file.toString().endsWith(".md"))
                                    .filter(file -> !file.endsWith("user-guide.md"))
                                    .filter(file -> !file.endsWith("settings.md"))
                                    .toList()
                                    .stream(),
                            Stream.of(tree.file("CONTRIBUTING.md")))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands between back quotes, outside of examples.
    private static Stream<String> codeWords(Path document) {
        return CODE.matcher(FENCE.matcher(read(document)).replaceAll(""))
                .results()
                .map(code -> code.group(1))
                .filter(word -> !KEY.matcher(word).matches());
    }

    /// The types that the examples of a document declare.
    private static Set<String> examples(String document) {
        Set<String> types = new HashSet<>();
        Matcher fence = FENCE.matcher(document);
        while (fence.find()) {
            DECLARATION.matcher(fence.group()).results().forEach(type -> types.add(type.group(1)));
        }
        return types;
    }

    private static String read(Path file) {
        return String.join("\n", SourceTree.lines(file));
    }
}
