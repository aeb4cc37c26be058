package org.tonewire.app.core.negotiation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.loop.Throttle;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Asks the sending end of a link for a restart while the path is gone: when it failed, some
/// seconds after it was disconnected, and then again and again, as a request may be lost. Session
/// thread only.
final class RestartRequests {
    private static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(8);

    /// The shortest time between two requests.
    static final Duration PERIOD = Duration.ofSeconds(2);

    private final SessionLoop loop;
    private final SealedMail mail;
    private final IdentityKey owner;
    private final Throttle requests;
    private boolean broken;
    private SessionLoop.@Nullable Timer next;

    /// @param owner of the link: the sending end
    RestartRequests(SessionLoop loop, SealedMail mail, IdentityKey owner) {
        this.loop = loop;
        this.mail = mail;
        this.owner = owner;
        this.requests = new Throttle(loop, PERIOD, this::send);
    }

    void pathChanged(LinkState now) {
        stop();
        broken = now == LinkState.DISCONNECTED || now == LinkState.FAILED;
        if (now == LinkState.FAILED) {
            requests.request();
        }
        if (broken) {
            requestAfter(now == LinkState.FAILED ? ASK_AGAIN : DISCONNECTED_TIMEOUT);
        }
    }

    /// The signaling server is back after a loss: a request may be lost.
    void serverBack() {
        if (broken) {
            requests.request();
        }
    }

    /// There is no link that could be restarted.
    void stop() {
        broken = false;
        requests.cancel();
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void requestAfter(Duration delay) {
        next =
                loop.after(
                        delay,
                        () -> {
                            requests.request();
                            requestAfter(ASK_AGAIN);
                        });
    }

    private void send() {
        if (mail.reaches(owner)) {
            mail.send(owner, new PeerMessage.Restart());
        }
    }
}
