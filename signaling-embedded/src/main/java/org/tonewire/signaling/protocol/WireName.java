package org.tonewire.signaling.protocol;

import java.util.Arrays;
import java.util.Optional;

/// An enum constant with a name on the wire that is independent of its name in the code.
public interface WireName {
    /// The name on the wire, in kebab-case.
    String wireName();

    /// The constant with that wire name; empty if there is none.
    static <E extends Enum<E> & WireName> Optional<E> parse(Class<E> type, String wireName) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(wireName))
                .findFirst();
    }
}
