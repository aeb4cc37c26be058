package org.tonewire.signaling.protocol;

import java.util.Arrays;
import java.util.Optional;

/// A constant that has a name on the wire, independent of its name in the code.
public interface WireName {
    /// The name on the wire, in kebab-case.
    String wireName();

    /// The constant with that wire name, or nothing where there is none.
    static <E extends Enum<E> & WireName> Optional<E> parse(Class<E> type, String wireName) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(wireName))
                .findFirst();
    }
}
