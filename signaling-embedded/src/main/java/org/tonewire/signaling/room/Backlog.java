package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Delivery;

/// The messages for a participant whose connection is lost, within limits. Delivered when it
/// resumes. Who sends more than its share loses it, and nobody else: see [#plus].
///
/// @param characters the total weight of the deliveries
record Backlog(List<Delivery> deliveries, int characters) {
    static final Backlog EMPTY = new Backlog(List.of(), 0);
    private static final int OVERHEAD_CHARACTERS = 64;

    Backlog {
        deliveries = List.copyOf(deliveries);
    }

    /// With one more delivery. Where that exceeds the limits, the newest messages of the sender
    /// that takes up most are dropped: all others keep what they sent.
    Backlog plus(Delivery delivery, RoomLimits limits) {
        List<Delivery> more = new ArrayList<>(deliveries);
        more.add(delivery);
        int weight = characters + weight(delivery);
        while (more.size() > limits.backlogMessages() || weight > limits.backlogCharacters()) {
            weight -= weight(more.remove(newestOfGreatestSender(more, limits)));
        }
        return new Backlog(more, weight);
    }

    /// Without the messages of one participant, who has left.
    Backlog without(ParticipantId from) {
        List<Delivery> rest = deliveries.stream().filter(d -> !sender(d).equals(from)).toList();
        return rest.size() == deliveries.size()
                ? this
                : new Backlog(rest, rest.stream().mapToInt(Backlog::weight).sum());
    }

    private static int newestOfGreatestSender(List<Delivery> deliveries, RoomLimits limits) {
        int ofOneMessage = limits.backlogCharacters() / Math.max(1, limits.backlogMessages());
        Map<ParticipantId, Integer> shares = new HashMap<>();
        for (Delivery each : deliveries) {
            shares.merge(sender(each), ofOneMessage + weight(each), Integer::sum);
        }
        int greatest = Collections.max(shares.values());
        int at = deliveries.size() - 1;
        while (shares.getOrDefault(sender(deliveries.get(at)), 0) < greatest) {
            at--;
        }
        return at;
    }

    private static ParticipantId sender(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Relayed relayed -> relayed.from().id();
            case Delivery.Replaced replaced -> replaced.participant().id();
            case Delivery.Welcome welcome -> welcome.self().id();
            case Delivery.Joined joined -> joined.participant().id();
            case Delivery.Left left -> left.id();
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
