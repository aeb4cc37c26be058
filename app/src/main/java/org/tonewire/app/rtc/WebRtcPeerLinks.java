package org.tonewire.app.rtc;

import dev.onvoid.webrtc.logging.Logging;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.rtc.guard.NativeGuard;

/// Links over libwebrtc. Native code starts at the first call that needs it, or at [#warmUp()].
/// Every call belongs to the session thread, but for the frames that a track's thread gives to its
/// feed. Events of native threads pass through the session's executor, so listeners are called on
/// the session thread too, and not after a link's `close()`.
public final class WebRtcPeerLinks implements PeerLinks {
    private final OwnerThread session;
    private final Executor starter;
    private final BooleanSupplier deviceAvailable;
    private final List<WebRtcSendLink> sendLinks = new ArrayList<>();
    private final List<WebRtcReceiveLink> receiveLinks = new ArrayList<>();
    private @Nullable SendFactory sending;
    private @Nullable ReceiveFactory receiving;
    private boolean closed;

    /// @param session runs tasks one after another on the session thread
    /// @param starter runs the start of native code at once; the threads that native code starts
    ///   meanwhile carry packets and pull sound
    /// @param deviceAvailable called once at most, on the session thread, where a device paces
    ///   received sound: not on Linux
    public WebRtcPeerLinks(Executor session, Executor starter, BooleanSupplier deviceAvailable) {
        this.session = new OwnerThread(session, new NativeGuard());
        this.starter = starter;
        this.deviceAvailable = deviceAvailable;
    }

    @Override
    public void warmUp() {
        receiving();
        sending();
        WarmUpExchange.begin(this);
    }

    @Override
    public TrackFeed openFeed(TrackId id) {
        return sending().openFeed(id);
    }

    @Override
    public SendLink openSendLink(IceSettings settings, LinkListener listener) {
        sendLinks.removeIf(WebRtcSendLink::isClosed);
        WebRtcSendLink link = new WebRtcSendLink(session, sending(), settings, listener);
        sendLinks.add(link);
        return link;
    }

    @Override
    public ReceiveLink openReceiveLink(
            IceSettings settings, LinkListener listener, TrackListener tracks) {
        receiveLinks.removeIf(WebRtcReceiveLink::isClosed);
        WebRtcReceiveLink link =
                new WebRtcReceiveLink(session, receiving(), settings, listener, tracks);
        receiveLinks.add(link);
        return link;
    }

    @Override
    public LinksHealth health() {
        boolean exactClock = receiving == null || receiving.playout().exactClock();
        return new LinksHealth(exactClock, session.guard().failures());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        sendLinks.forEach(WebRtcSendLink::close);
        receiveLinks.forEach(WebRtcReceiveLink::close);
        if (sending != null) {
            sending.close();
        }
        if (receiving != null) {
            receiving.close();
        }
    }

    private SendFactory sending() {
        if (sending == null) {
            requireOpen();
            starter.execute(() -> sending = new SendFactory(session.guard()));
        }
        return Objects.requireNonNull(sending);
    }

    private ReceiveFactory receiving() {
        if (receiving == null) {
            requireOpen();
            starter.execute(() -> receiving = ReceiveFactory.open(starter, deviceAvailable));
        }
        return Objects.requireNonNull(receiving);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The links are closed");
        }
        Logging.logToDebug(Logging.Severity.NONE);
    }
}
