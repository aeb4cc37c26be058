package org.tonewire.app.core.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.signaling.SignalingListener;

/// Hands the events of the signaling channel over to the session thread, and counts those that wait
/// there, so that the channel takes no more from a server that sends too much: the queue of the
/// session is for links and commands, too. Any thread.
final class SignalingInbox implements SignalingListener {
    private final SessionLoop loop;
    private final Consumer<SignalingEvent> session;
    private final AtomicInteger waiting = new AtomicInteger();

    /// @param session called on the session thread
    SignalingInbox(SessionLoop loop, Consumer<SignalingEvent> session) {
        this.loop = loop;
        this.session = session;
    }

    @Override
    public void onEvent(SignalingEvent event) {
        waiting.incrementAndGet();
        boolean taken =
                loop.post(() -> {
                    waiting.decrementAndGet();
                    session.accept(event);
                });
        if (!taken) {
            waiting.decrementAndGet();
        }
    }

    @Override
    public int waiting() {
        return waiting.get();
    }
}
