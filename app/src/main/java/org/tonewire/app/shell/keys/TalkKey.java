package org.tonewire.app.shell.keys;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A key with modifiers. A key that types characters or moves the cursor needs Ctrl, Alt or Meta,
/// because other programs do not receive a watched key.
///
/// @param name `F1` to `F24`, `Pause`, `ScrollLock`, `Insert`, `Home`, `End`, `PageUp`, `PageDown`,
///   `Space`, a letter or a digit
public record TalkKey(Set<Modifier> modifiers, String name) {
    private static final Pattern FREE =
            Pattern.compile("F([1-9]|1\\d|2[0-4])|Pause|ScrollLock|Insert");
    private static final Pattern BUSY = Pattern.compile("Home|End|PageUp|PageDown|Space|[A-Z]|\\d");
    private static final Set<Modifier> ENOUGH =
            EnumSet.of(Modifier.CTRL, Modifier.ALT, Modifier.META);

    public static final TalkKey DEFAULT = new TalkKey(Set.of(), "F8");

    /// In the order of the text form.
    public enum Modifier {
        CTRL,
        ALT,
        SHIFT,
        META;

        String word() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    public TalkKey {
        modifiers = Set.copyOf(modifiers);
        if (!isPossible(modifiers, name)) {
            throw new IllegalArgumentException("no key to talk by");
        }
    }

    /// Empty if the combination is not allowed.
    public static Optional<TalkKey> of(Set<Modifier> modifiers, String name) {
        return isPossible(modifiers, name)
                ? Optional.of(new TalkKey(modifiers, name))
                : Optional.empty();
    }

    private static boolean isPossible(Set<Modifier> modifiers, String name) {
        boolean enough = modifiers.stream().anyMatch(ENOUGH::contains);
        return FREE.matcher(name).matches() || (enough && BUSY.matcher(name).matches());
    }

    /// Parses the text form, like `Ctrl+Shift+F8`.
    public static Optional<TalkKey> parse(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("\\+", -1)));
        String name = parts.removeLast();
        Set<Modifier> modifiers =
                Stream.of(Modifier.values())
                        .filter(each -> parts.remove(each.word()))
                        .collect(Collectors.toSet());
        return parts.isEmpty() ? of(modifiers, name) : Optional.empty();
    }

    /// The text form, like `Ctrl+Shift+F8`.
    public String text() {
        return Stream.concat(
                        Stream.of(Modifier.values())
                                .filter(modifiers::contains)
                                .map(Modifier::word),
                        Stream.of(name))
                .collect(Collectors.joining("+"));
    }
}
