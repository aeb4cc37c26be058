package org.tonewire.app.rtc.hub;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.rtc.NativeFactory;
import org.tonewire.app.rtc.guard.NativeGuard;
import org.tonewire.signaling.extend.OfferLink;
import org.tonewire.signaling.extend.OfferLinks;

/// Connections over libwebrtc. The thread `tonewire-offers` owns them and makes the calls into
/// native code, but for what native callbacks call before they return (a track is declined). Native
/// code starts with the first offer. Any thread.
public final class WebRtcOfferLinks implements OfferLinks, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1,
                    task -> {
                        Thread worker = new Thread(task, "tonewire-offers");
                        worker.setDaemon(true);
                        return worker;
                    },
                    // Events of native code after the end are dropped.
                    new ThreadPoolExecutor.DiscardPolicy());
    private final NativeGuard guard = new NativeGuard();
    private @Nullable NativeFactory natives;

    public WebRtcOfferLinks() {
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public OfferLink begin(OfferLink.Listener listener) {
        return new WebRtcOfferLink(this::factory, thread, guard, listener);
    }

    /// The number of failed native callbacks; empty for none.
    Optional<Long> failures() {
        return guard.failures() == 0 ? Optional.empty() : Optional.of(guard.failures());
    }

    /// Ends the thread after the waiting tasks. To be called after every link is closed.
    @Override
    public void close() {
        thread.execute(() -> {
            if (natives != null) {
                natives.dispose();
                natives = null;
            }
        });
        thread.shutdown();
    }

    /// Made at the first offer; without a device, as these connections carry no sound.
    private PeerConnectionFactory factory() {
        NativeFactory made = natives;
        if (made == null) {
            made = NativeFactory.withoutDevice();
            natives = made;
        }
        return made.factory();
    }
}
