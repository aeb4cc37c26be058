package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.FakeChannel;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.ServerMessage;

/// The channel of the session's tests; this test plays the server, as they do.
class FakeChannelContractTest extends SignalingChannelContract {
    private final List<Place> places = new ArrayList<>();

    /// A member, as the server has it.
    private static final class Place {
        private final ParticipantInfo info;
        private final FakeChannel channel;
        private int relayed;
        private boolean away;
        private boolean gone;

        Place(ParticipantInfo info, FakeChannel channel) {
            this.info = info;
            this.channel = channel;
        }

        void tell(ServerMessage message) {
            channel.says(new SignalingEvent.Received(message));
        }
    }

    @Override
    Member join(String name) {
        FakeChannel channel = new FakeChannel();
        ReceivedEvents events = open(channel, name);
        ParticipantInfo info =
                new ParticipantInfo(
                        new ParticipantId("p" + places.size()),
                        new ParticipantName(name),
                        Optional.empty());
        Place place = new Place(info, channel);
        enter(place, false);
        places.forEach(other -> other.tell(new ServerMessage.ParticipantJoined(info)));
        places.add(place);
        return new Member(channel, events);
    }

    @Override
    Member joinNowhere(String name) {
        FakeChannel channel = new FakeChannel();
        ReceivedEvents events = open(channel, name);
        channel.says(new SignalingEvent.Ended(Problem.of(Reason.NO_SUCH_ROOM)));
        return new Member(channel, events);
    }

    @Override
    void breakNewest() {
        Place newest = places.getLast();
        newest.away = true;
        newest.channel.says(
                new SignalingEvent.Lost(
                        Problem.of(Reason.CONNECTION_LOST), Duration.ofMillis(300)));
    }

    @Override
    void mendNewest() {
        Place newest = places.getLast();
        newest.away = false;
        enter(newest, true);
        letServerWork();
    }

    @Override
    void letServerWork() {
        for (Place from : places) {
            while (from.relayed < from.channel.sent().size() && relay(from)) {
                from.relayed++;
            }
            if (from.channel.hasLeft() && !from.gone) {
                from.gone = true;
                ServerMessage left =
                        new ServerMessage.ParticipantLeft(
                                from.info.id(), LeaveReason.LEFT, from.channel.leaveSeal());
                places.forEach(other -> other.tell(left));
            }
        }
    }

    /// @return whether the next of its messages was passed on
    private boolean relay(Place from) {
        if (!(from.channel.sent().get(from.relayed)
                instanceof ClientMessage.ToPeer(var id, var message, var seal))) {
            return true;
        }
        Place to =
                places.stream()
                        .filter(place -> place.info.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        if (from.away || to.away) {
            return false;
        }
        to.tell(new ServerMessage.FromPeer(from.info.id(), message, seal));
        return true;
    }

    private void enter(Place place, boolean resumed) {
        place.channel.says(
                new SignalingEvent.Joined(
                        new ServerMessage.Joined(
                                RoomServer.STUDIO,
                                place.info,
                                new ServerMessage.Resumption(6, resumed),
                                places.stream()
                                        .filter(other -> other != place)
                                        .map(other -> other.info)
                                        .toList())));
    }

    private static ReceivedEvents open(FakeChannel channel, String name) {
        ReceivedEvents events = new ReceivedEvents();
        channel.open(
                new JoinRequest(
                        InviteLink.parse("https://127.0.0.1:1/r/studio#k=AAECAwQFBgcICQoLDA0ODw")
                                .orElseThrow(),
                        new ParticipantName(name),
                        identity(name)),
                events);
        return events;
    }
}
