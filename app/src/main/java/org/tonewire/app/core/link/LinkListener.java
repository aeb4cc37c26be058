package org.tonewire.app.core.link;

import org.tonewire.app.core.problem.Problem;

/// Told what a link does. Calls come from native threads: hand over and return at once.
public interface LinkListener {
    /// The offer (publisher) or answer (listener) to send to the other side.
    void described(String sdp);

    void candidateFound(IceCandidate candidate);

    void stateChanged(LinkState state);

    /// A text came on the `control` channel.
    void controlReceived(String text);

    /// The `control` channel opened and takes texts.
    void controlOpened();

    /// A call to the link did not work; what it was about is lost, the link may live on.
    void failed(Problem problem);
}
