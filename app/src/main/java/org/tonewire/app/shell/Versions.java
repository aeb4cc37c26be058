package org.tonewire.app.shell;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Compares versions: numbers separated by dots, with an optional suffix after a dash. A version
/// with a suffix is older than the one without, as `0.2.0-SNAPSHOT` is older than `0.2.0`.
public final class Versions {
    private static final Pattern FORM =
            Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}(-[\\w.]{1,30})?");

    private Versions() {}

    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    /// Whether the first version is newer; false if either is not a version.
    public static boolean isNewer(String first, String second) {
        if (!isVersion(first) || !isVersion(second)) {
            return false;
        }
        List<Integer> a = numbers(first);
        List<Integer> b = numbers(second);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = Integer.compare(at(a, i), at(b, i));
            if (order != 0) {
                return order > 0;
            }
        }
        return second.contains("-") && !first.contains("-");
    }

    private static List<Integer> numbers(String version) {
        return Stream.of(version.replaceAll("-.*", "").split("\\.")).map(Integer::valueOf).toList();
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
