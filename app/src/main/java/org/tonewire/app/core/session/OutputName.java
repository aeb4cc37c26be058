package org.tonewire.app.core.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionEvent;

/// Names the output in the desktop's mixer by the people whose tracks it plays, and by the room
/// while there are none. Session thread only.
final class OutputName {
    static final int MAX_LENGTH = 60;

    private final Supplier<List<RemoteParticipant>> people;
    private final Supplier<String> room;
    private final Consumer<String> output;
    private String last = "";

    /// @param output receives each name that differs from the one before
    OutputName(
            Supplier<List<RemoteParticipant>> people,
            Supplier<String> room,
            Consumer<String> output) {
        this.people = people;
        this.room = room;
        this.output = output;
    }

    /// Something happened that may change it.
    void after(SessionEvent event) {
        boolean concerned =
                event instanceof SessionEvent.ConnectionChanged
                        || event instanceof SessionEvent.ParticipantRenamed
                        || event instanceof SessionEvent.ParticipantLeft
                        || event instanceof SessionEvent.TrackAdded
                        || event instanceof SessionEvent.TrackRemoved;
        if (!concerned) {
            return;
        }
        String now = name();
        if (!now.equals(last)) {
            last = now;
            output.accept(now);
        }
    }

    private String name() {
        List<String> heard =
                people.get().stream()
                        .filter(person -> !person.tracks().isEmpty())
                        .map(person -> plain(person.name()))
                        .filter(name -> !name.isBlank())
                        .toList();
        return shortened(heard.isEmpty() ? plain(room.get()) : String.join(", ", heard));
    }

    private static String shortened(String all) {
        int length = all.codePointCount(0, all.length());
        return length <= MAX_LENGTH
                ? all
                : all.substring(0, all.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }

    /// Without control characters and marks of direction, which others may put into their names.
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().filter(OutputName::isPlain).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
