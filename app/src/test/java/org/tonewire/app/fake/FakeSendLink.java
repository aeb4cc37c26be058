package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;

/// The sending end of a fake link.
public final class FakeSendLink extends FakeLinkEnd implements SendLink {
    private final List<OfferKind> offers = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<FakeDescription> local = Optional.empty();
    private Optional<FakeDescription> remote = Optional.empty();
    private int path;
    private boolean controlOpen;

    FakeSendLink(FakeNetwork network, Executor session, LinkListener listener) {
        super(network, session, listener);
    }

    public List<OfferKind> offers() {
        return offers;
    }

    public List<String> answers() {
        return answers;
    }

    /// What was sent on the control channel.
    public List<String> texts() {
        return texts;
    }

    @Override
    public Optional<FakeDescription> local() {
        return local;
    }

    @Override
    public Optional<FakeDescription> remote() {
        return remote;
    }

    /// Whether both sides agreed on this track.
    boolean carries(TrackId id) {
        return remote.filter(answer -> answer.tracks().contains(id)).isPresent()
                && local.filter(offer -> offer.tracks().contains(id)).isPresent();
    }

    @Override
    public void offer(List<SendTrack> tracks, OfferKind kind) {
        offers.add(kind);
        if (kind == OfferKind.RESTART) {
            path++;
        }
        FakeDescription made =
                new FakeDescription(
                        number(),
                        offers.size(),
                        path,
                        Optional.empty(),
                        tracks.stream().map(SendTrack::id).toList());
        network.describe(
                this,
                () -> {
                    local = Optional.of(made);
                    describes(made.sdp());
                    network.changed(this);
                });
    }

    /// As libwebrtc, it takes an answer to an earlier offer where the tracks are as many.
    @Override
    public void acceptAnswer(String sdp) {
        answers.add(sdp);
        Optional<FakeDescription> answer = FakeDescription.tryRead(sdp).filter(this::fits);
        if (answer.isEmpty()) {
            fails(ExchangeStage.TAKE_ANSWER);
            return;
        }
        remote = answer;
        network.changed(this);
    }

    private boolean fits(FakeDescription answer) {
        return local.filter(offer -> offer.tracks().size() == answer.tracks().size()).isPresent();
    }

    public void controlOpens() {
        if (!controlOpen && !isClosed()) {
            controlOpen = true;
            opensControl();
        }
    }

    @Override
    public boolean sendControl(String text) {
        if (controlOpen && !isClosed()) {
            texts.add(text);
            network.carry(this, text);
        }
        return controlOpen && !isClosed();
    }
}
