package org.tonewire.testbed.meddling;

import java.util.List;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.PeerMessage;

/// The sending end of a real link of a [LinkedMember], without tracks.
public final class MemberLink implements LinkListener {
    private final LinkedMember owner;
    private final ParticipantInfo receiver;
    private final SendLink link;
    private volatile LinkState state = LinkState.CONNECTING;
    private volatile boolean controlOpen;

    MemberLink(LinkedMember owner, ParticipantInfo receiver, PeerLinks links) {
        this.owner = owner;
        this.receiver = receiver;
        this.link = links.openSendLink(IceSettings.NONE, this);
    }

    boolean isTo(ParticipantId other) {
        return receiver.id().equals(other);
    }

    boolean isOpen() {
        return controlOpen;
    }

    void offer() {
        link.offer(List.of(), OfferKind.TRACKS);
    }

    /// @return false if it is not open, or too much is waiting
    public boolean sendControl(String text) {
        return owner.call(() -> link.sendControl(text));
    }

    /// Ends it without a word.
    public void close() {
        owner.run(link::close);
    }

    void received(PeerMessage message) {
        switch (message) {
            case PeerMessage.Answer(String sdp, _) -> link.acceptAnswer(sdp);
            case PeerMessage.Candidate(LinkEnd sender, String text, String mid, int index) -> {
                if (sender == LinkEnd.RECEIVER) {
                    link.addCandidate(new IceCandidate(text, mid, index));
                }
            }
            case PeerMessage.Offer _, PeerMessage.Restart _, PeerMessage.Refuse _ -> {}
        }
    }

    @Override
    public void described(String sdp) {
        owner.says(receiver, new PeerMessage.Offer(sdp));
    }

    @Override
    public void candidateFound(IceCandidate found) {
        owner.says(
                receiver,
                new PeerMessage.Candidate(
                        LinkEnd.OWNER, found.candidate(), found.sdpMid(), found.sdpMLineIndex()));
    }

    @Override
    public void stateChanged(LinkState next) {
        state = next;
    }

    @Override
    public void controlOpened() {
        controlOpen = true;
    }

    @Override
    public void controlReceived(String text) {}

    @Override
    public void warned(Problem problem) {}

    @Override
    public void exchangeFailed(ExchangeStage stage) {}

    @Override
    public String toString() {
        return state + ", control channel open: " + controlOpen;
    }
}
