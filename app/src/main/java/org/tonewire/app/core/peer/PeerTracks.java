package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.Admission;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;

/// The received tracks of one participant: how many are taken and how fast, their names, and their
/// faders when they come and go. Session thread only.
final class PeerTracks {
    private static final int MAX_TRACKS = 32;

    /// How long a track waits for its owner to name it. A foreign client never does.
    private static final Duration NAME_WAIT = Duration.ofSeconds(2);

    private final KnownPeer owner;
    private final SessionLoop loop;
    private final Faders faders;
    private final PeerHost host;
    private final Supplier<String> ownerName;
    private final Runnable tooMany;
    private final Map<TrackId, TrackChannel> open = new LinkedHashMap<>();
    private final Admission<TrackId, RemoteTrack> waiting;
    private final Map<TrackId, TrackInfo> described = new LinkedHashMap<>();

    /// @param ownerName the present name of the participant
    /// @param tooMany runs when more tracks come than are taken now
    PeerTracks(
            KnownPeer owner,
            SessionLoop loop,
            Faders faders,
            PeerHost host,
            Supplier<String> ownerName,
            Runnable tooMany) {
        this.owner = owner;
        this.loop = loop;
        this.faders = faders;
        this.host = host;
        this.ownerName = ownerName;
        this.tooMany = tooMany;
        this.waiting = new Admission<>(loop, owner::takeTrack, this::open);
    }

    /// Those that are taken, in their order.
    Collection<TrackChannel> all() {
        return open.values();
    }

    /// The participant has a track, which is taken now or later.
    void add(RemoteTrack track) {
        remove(track.id());
        boolean isFull = open.size() + waiting.size() >= MAX_TRACKS;
        boolean waits = !isFull && waiting.add(track.id(), track);
        if (isFull || (waits && owner.wasConnected())) {
            tooMany.run();
        }
    }

    private void open(RemoteTrack track) {
        TrackChannel channel = host.openTrack(new TrackKey(owner.key(), track.id()), track);
        open.put(track.id(), channel);
        faders.restore(channel);
        TrackInfo info = described.get(track.id());
        if (info != null) {
            channel.describe(info);
            announce(channel);
        } else {
            loop.after(NAME_WAIT, () -> announce(channel));
        }
    }

    void remove(TrackId track) {
        waiting.remove(track);
        TrackChannel channel = open.remove(track);
        if (channel != null) {
            channel.close();
            faders.save(channel, ownerName.get());
            if (channel.isAnnounced()) {
                host.emit(new SessionEvent.TrackRemoved(channel.key()));
            }
        }
    }

    /// Their link was replaced by another one.
    void removeAll() {
        waiting.clear();
        List.copyOf(open.keySet()).forEach(this::remove);
    }

    /// The link has a path: what waits is taken as far as that allows.
    void connected() {
        waiting.retry();
        if (waiting.size() > 0) {
            tooMany.run();
        }
    }

    /// What the participant says of its tracks now.
    void describe(List<TrackInfo> infos) {
        described.clear();
        infos.stream().limit(MAX_TRACKS).forEach(info -> described.put(info.id(), info));
        for (TrackInfo info : described.values()) {
            TrackChannel channel = open.get(info.id());
            if (channel != null && channel.describe(info)) {
                if (channel.isAnnounced()) {
                    host.emit(
                            new SessionEvent.TrackChanged(
                                    channel.key(), info.name(), info.muted()));
                } else {
                    announce(channel);
                }
            }
        }
    }

    private void announce(TrackChannel channel) {
        if (!channel.isAnnounced() && open.containsValue(channel)) {
            faders.restoreByNames(channel, ownerName.get());
            channel.announce();
            host.emit(new SessionEvent.TrackAdded(channel.key(), channel.name()));
        }
    }

    /// The participant is gone, and its faders are kept. Emits no event for each track.
    void close() {
        waiting.clear();
        List<TrackChannel> gone = List.copyOf(open.values());
        open.clear();
        for (TrackChannel channel : gone) {
            channel.close();
            faders.save(channel, ownerName.get());
        }
    }
}
