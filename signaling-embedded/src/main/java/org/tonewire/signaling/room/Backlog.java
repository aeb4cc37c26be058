package org.tonewire.signaling.room;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Delivery;

/// The messages for a participant whose connection is lost, within limits. Delivered when it
/// resumes. Who sends more than its share loses it, and nobody else: see [FairQueue].
record Backlog(List<Delivery> deliveries) {
    static final Backlog EMPTY = new Backlog(List.of());

    Backlog {
        deliveries = List.copyOf(deliveries);
    }

    /// With one more delivery, as far as the limits allow.
    Backlog plus(Delivery delivery, RoomLimits limits) {
        FairQueue<Delivery> queue =
                new FairQueue<>(limits.backlogMessages(), limits.backlogBytes());
        deliveries.forEach(each -> add(queue, each));
        add(queue, delivery);
        return new Backlog(queue.messages());
    }

    /// Without the messages of one participant, who has left.
    Backlog without(ParticipantId from) {
        return new Backlog(deliveries.stream().filter(d -> !sender(d).equals(from)).toList());
    }

    private static void add(FairQueue<Delivery> queue, Delivery delivery) {
        var _ = queue.add(Optional.of(sender(delivery)), bytes(delivery), delivery);
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

    private static int bytes(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Relayed relayed -> relayed.content().bytes();
            case Delivery.Replaced _, Delivery.Welcome _, Delivery.Joined _, Delivery.Left _ -> 0;
        };
    }
}
