package org.tonewire.app.core.link;

import org.tonewire.app.core.problem.Problem;

/// Receives a link's events: on the session thread, never from within a call to the link, and never
/// after its `close()`.
public interface LinkListener {
    /// The offer (sending end) or answer (receiving end) to send to the remote side. Candidates
    /// that belong to it follow.
    void described(String sdp);

    void candidateFound(IceCandidate candidate);

    void stateChanged(LinkState state);

    /// A text arrived on the `control` channel.
    void controlReceived(String text);

    /// The `control` channel opened and takes texts.
    void controlOpened();

    /// Something failed that the link can do without.
    void warned(Problem problem);

    /// A step of offer and answer failed, and this exchange is lost. The link may still work as it
    /// did before.
    void exchangeFailed(ExchangeStage stage);
}
