package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Delivery;

/// The messages for a participant whose connection is lost, within limits. Delivered when it
/// resumes.
///
/// @param characters the total weight of the deliveries
record Backlog(List<Delivery> deliveries, int characters) {
    static final Backlog EMPTY = new Backlog(List.of(), 0);
    private static final int OVERHEAD_CHARACTERS = 64;

    Backlog {
        deliveries = List.copyOf(deliveries);
    }

    /// With one more delivery; empty if that exceeds the limits.
    Optional<Backlog> plus(Delivery delivery, RoomLimits limits) {
        int grown = characters + weight(delivery);
        if (deliveries.size() >= limits.backlogMessages() || grown > limits.backlogCharacters()) {
            return Optional.empty();
        }
        List<Delivery> more = new ArrayList<>(deliveries);
        more.add(delivery);
        return Optional.of(new Backlog(more, grown));
    }

    /// Without the messages of one participant, who has left.
    Backlog without(ParticipantId from) {
        List<Delivery> rest = deliveries.stream().filter(d -> !isBy(d, from)).toList();
        return rest.size() == deliveries.size()
                ? this
                : new Backlog(rest, rest.stream().mapToInt(Backlog::weight).sum());
    }

    private static boolean isBy(Delivery delivery, ParticipantId id) {
        return switch (delivery) {
            case Delivery.Relayed relayed -> relayed.from().id().equals(id);
            case Delivery.Replaced replaced -> replaced.participant().id().equals(id);
            case Delivery.Welcome _, Delivery.Joined _, Delivery.Left _ -> false;
        };
    }

    private static int weight(Delivery delivery) {
        return OVERHEAD_CHARACTERS
                + switch (delivery) {
                    case Delivery.Relayed relayed -> relayed.content().characters();
                    case Delivery.Replaced _,
                            Delivery.Welcome _,
                            Delivery.Joined _,
                            Delivery.Left _ ->
                            0;
                };
    }
}
