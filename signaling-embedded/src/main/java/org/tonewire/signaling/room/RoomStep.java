package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.Membership.Presence;
import org.tonewire.signaling.room.Room.Transition;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;

/// Collects the changes and effects of one transition of a room. Used once, by one method of
/// [Room].
final class RoomStep {
    private final Room before;
    private Map<ParticipantId, Membership> members;
    private boolean copied;
    private final List<RoomEffect> effects = new ArrayList<>();

    RoomStep(Room before) {
        this.before = before;
        this.members = before.members();
    }

    RoomStep put(Membership member) {
        changeable().put(member.id(), member);
        return this;
    }

    RoomStep add(RoomEffect effect) {
        effects.add(effect);
        return this;
    }

    /// Delivers to the members that are connected. A member that is away learns it from the list of
    /// participants when it resumes. Guests are not told of guests.
    RoomStep announce(ParticipantId about, Delivery delivery) {
        boolean aboutGuest =
                Optional.ofNullable(members.get(about))
                        .or(() -> before.member(about))
                        .filter(Membership::isGuest)
                        .isPresent();
        for (Membership member : members.values()) {
            if (!member.id().equals(about)
                    && !(aboutGuest && member.isGuest())
                    && member.presence() instanceof Presence.Connected(ConnectionId connection)) {
                add(new RoomEffect.Deliver(connection, member.id(), delivery));
            }
        }
        return this;
    }

    /// Delivers to one member, now or when it resumes.
    RoomStep deliver(Membership member, Delivery delivery) {
        switch (member.presence()) {
            case Presence.Connected(ConnectionId connection) ->
                    add(new RoomEffect.Deliver(connection, member.id(), delivery));
            case Presence.Away away -> enqueue(member, away, delivery);
        }
        return this;
    }

    /// Delivers to every member but one.
    RoomStep deliverToOthers(ParticipantId from, Delivery delivery) {
        for (Membership member : List.copyOf(members.values())) {
            if (!member.id().equals(from)) {
                deliver(member, delivery);
            }
        }
        return this;
    }

    /// Ends a membership and announces it.
    RoomStep end(ParticipantId id, LeaveReason reason) {
        return remove(id).announce(id, new Delivery.Left(id, reason, Optional.empty()));
    }

    /// Ends a membership; the caller announces it.
    RoomStep remove(ParticipantId id) {
        changeable().remove(id);
        return forget(id);
    }

    /// Removes the messages of this participant from all backlogs.
    RoomStep forget(ParticipantId from) {
        changeable()
                .replaceAll((_, member) ->
                        member.presence() instanceof Presence.Away(long until, Backlog backlog)
                                ? member.with(new Presence.Away(until, backlog.without(from)))
                                : member);
        return this;
    }

    Transition done() {
        return new Transition(copied ? before.with(members) : before, effects);
    }

    private Map<ParticipantId, Membership> changeable() {
        if (!copied) {
            members = new LinkedHashMap<>(members);
            copied = true;
        }
        return members;
    }

    private void enqueue(Membership member, Presence.Away away, Delivery delivery) {
        Backlog grown = away.backlog().plus(delivery, before.limits());
        put(member.with(new Presence.Away(away.untilNanos(), grown)));
    }
}
