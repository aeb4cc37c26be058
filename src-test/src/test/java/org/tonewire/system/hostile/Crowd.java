package org.tonewire.system.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.meddling.HostileMember;
import org.tonewire.testbed.meddling.MeddlingServer;

/// Four hundred members that a server and somebody with the invite make up together: each is
/// proven, and none has links. One test uses it.
final class Crowd {
    private static final int SIZE = 400;
    private static final int PLACES = 32;
    private static final int ADDRESSES = 64;

    private final List<HostileMember> members =
            IntStream.range(0, SIZE)
                    .mapToObj(i -> new HostileMember(MeddlingServer.SECRET, "Guest " + i))
                    .toList();

    /// All enter at once, Bob takes as many as there are places, and hears Ann all the time.
    void enter(HostileRoom room) {
        HostileRoom.Mark before = room.mark();
        room.tellBob(members.stream().map(HostileMember::enters).toArray(String[]::new));

        room.awaitError(before, "too-many");
        room.assertAnswers();
        room.assertAnnGoesOn(before);
        room.assertMemoryIsBounded(before);
        assertFewAreTaken(room.since(before));
    }

    /// All leave, and Bob is told so of those whom he took.
    void leave(HostileRoom room, HostileRoom.Mark from) {
        room.tellBob(members.stream().map(HostileMember::leaves).toArray(String[]::new));
        Set<String> taken = taken(room.since(from));
        room.awaitGone(
                members.stream()
                        .map(HostileMember::key)
                        .filter(taken::contains)
                        .toArray(String[]::new));
    }

    private static void assertFewAreTaken(List<TonewireEvent> events) {
        Set<String> there = new HashSet<>();
        int most = 0;
        for (TonewireEvent event : events) {
            if (event.is("participant-joined")) {
                there.add(event.text("participant"));
            } else if (event.is("participant-left")) {
                there.remove(event.text("participant"));
            }
            most = Math.max(most, there.size());
        }
        assertThat(most).as("beside Ann").isBetween(1, PLACES - 1);
        assertThat(taken(events)).hasSizeLessThan(ADDRESSES);
    }

    private static Set<String> taken(List<TonewireEvent> events) {
        Set<String> taken = new HashSet<>();
        events.stream()
                .filter(event -> event.is("participant-joined"))
                .forEach(event -> taken.add(event.text("participant")));
        return taken;
    }
}
