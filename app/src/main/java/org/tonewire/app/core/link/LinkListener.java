package org.tonewire.app.core.link;

import org.tonewire.app.core.problem.Problem;

/// Told what a link does: on the session thread, never from within a call to the link, and never
/// after its `close()`.
public interface LinkListener {
    /// The offer (sending end) or answer (receiving end) to send to the other side. Candidates that
    /// belong to it follow.
    void described(String sdp);

    void candidateFound(IceCandidate candidate);

    void stateChanged(LinkState state);

    /// A text came on the `control` channel.
    void controlReceived(String text);

    /// The `control` channel opened and takes texts.
    void controlOpened();

    /// Something is missing, and the link lives on without it.
    void warned(Problem problem);

    /// A step of offer and answer did not work: what it was about is lost. The link may live on as
    /// it was before.
    void exchangeFailed(ExchangeStage stage);
}
