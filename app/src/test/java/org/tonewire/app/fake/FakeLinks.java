package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;

/// Links whose paths are made and broken by a test or by a simulated network. Every description
/// differs from the one before, as those of libwebrtc do. One thread.
public final class FakeLinks implements PeerLinks {
    private final Executor session;
    private final FakeNetwork network;
    private final List<FakeSendLink> sendLinks = new ArrayList<>();
    private final List<FakeReceiveLink> receiveLinks = new ArrayList<>();
    private final Map<TrackId, Feed> feeds = new LinkedHashMap<>();
    private boolean closed;

    /// @param session runs tasks one after another on the session thread, never at once
    public FakeLinks(Executor session, FakeNetwork network) {
        this.session = session;
        this.network = network;
    }

    /// Links on a network that carries nothing; descriptions are made at once.
    public FakeLinks(Executor session) {
        this(session, new FakeNetwork() {});
    }

    public List<FakeSendLink> sendLinks() {
        return sendLinks;
    }

    public List<FakeReceiveLink> receiveLinks() {
        return receiveLinks;
    }

    /// The ends that are not closed.
    public Stream<FakeLinkEnd> open() {
        return Stream.<FakeLinkEnd>concat(sendLinks.stream(), receiveLinks.stream())
                .filter(end -> !end.isClosed());
    }

    /// The open feeds.
    public Map<TrackId, Feed> feeds() {
        return feeds;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public SendLink openSendLink(IceSettings settings, LinkListener listener) {
        FakeSendLink made = new FakeSendLink(network, session, listener);
        made.use(settings);
        sendLinks.add(made);
        return made;
    }

    @Override
    public ReceiveLink openReceiveLink(
            IceSettings settings, LinkListener listener, TrackListener tracks) {
        FakeReceiveLink made = new FakeReceiveLink(network, session, listener, tracks);
        made.use(settings);
        receiveLinks.add(made);
        return made;
    }

    @Override
    public void warmUp() {}

    @Override
    public TrackFeed openFeed(TrackId id) {
        Feed feed = new Feed(id);
        if (feeds.putIfAbsent(id, feed) != null) {
            throw new IllegalStateException("the feed is open already: " + id);
        }
        return feed;
    }

    @Override
    public LinksHealth health() {
        return new LinksHealth(true, 0);
    }

    @Override
    public void close() {
        closed = true;
        sendLinks.forEach(FakeSendLink::close);
        receiveLinks.forEach(FakeReceiveLink::close);
    }

    /// Stores the sent frames, and passes them to the links that offer the track.
    public final class Feed implements TrackFeed {
        private final TrackId id;
        private final List<float[]> sent = new ArrayList<>();

        private Feed(TrackId id) {
            this.id = id;
        }

        public List<float[]> sent() {
            return sent;
        }

        @Override
        public void accept(float[] frame, long position) {
            sent.add(frame.clone());
            Consumer<FrameSink> pass = sink -> sink.accept(frame.clone(), position);
            sendLinks.stream()
                    .filter(link -> link.carries(id))
                    .forEach(link -> network.sinkOf(link, id).ifPresent(pass));
        }

        @Override
        public void close() {
            feeds.remove(id);
        }
    }
}
