package org.tonewire.signaling.room.event;

import java.util.regex.Pattern;

/// A family of clients: those that speak the same dialect.
///
/// @param name lower-case words joined by `-`, at most 32 characters; metrics use it
public record Family(String name) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Family {
        if (!ALLOWED.matcher(name).matches() || name.length() > 32) {
            throw new IllegalArgumentException(
                    "a family's name is lower-case words joined by -, 32 characters at most");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
