package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.guard.NativeGuard;
import org.tonewire.app.rtc.sound.PushedFeed;

/// The factory for pushed sound, which has no device, and the feeds into it. Session thread.
final class SendFactory {
    private final NativeFactory natives = NativeFactory.withoutDevice();
    private final Map<TrackId, PushedFeed> feeds = new HashMap<>();
    private final NativeGuard guard;

    SendFactory(NativeGuard guard) {
        this.guard = guard;
    }

    PeerConnectionFactory factory() {
        return natives.factory();
    }

    PushedFeed openFeed(TrackId id) {
        PushedFeed feed = new PushedFeed(guard, () -> feeds.remove(id));
        if (feeds.putIfAbsent(id, feed) != null) {
            throw new IllegalStateException("The feed is open already: " + id);
        }
        return feed;
    }

    Optional<PushedFeed> feed(TrackId id) {
        return Optional.ofNullable(feeds.get(id));
    }

    /// To be called after every connection is closed.
    void close() {
        List.copyOf(feeds.values()).forEach(PushedFeed::close);
        natives.dispose();
    }
}
