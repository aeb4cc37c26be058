package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;

/// The receiving end of a fake link. Answers one offer at a time; of those that arrive meanwhile
/// the newest is answered next.
public final class FakeReceiveLink extends FakeLinkEnd implements ReceiveLink {
    private final TrackListener listener;
    private final List<String> offers = new ArrayList<>();
    private final Map<TrackId, Track> tracks = new LinkedHashMap<>();
    private Optional<FakeDescription> local = Optional.empty();
    private Optional<FakeDescription> remote = Optional.empty();
    private Optional<String> next = Optional.empty();
    private boolean answering;
    private int answers;

    FakeReceiveLink(
            FakeNetwork network, Executor session, LinkListener listener, TrackListener tracks) {
        super(network, session, listener);
        this.listener = tracks;
    }

    /// A received track.
    public static final class Track implements RemoteTrack {
        private final TrackId id;
        private @Nullable FrameSink sink;
        private float heard;

        private Track(TrackId id) {
            this.id = id;
        }

        @Override
        public TrackId id() {
            return id;
        }

        @Override
        public void start(FrameSink to) {
            sink = to;
        }

        @Override
        public void stop() {
            sink = null;
        }

        /// Takes frames for the sink of the track, if there is one.
        public Optional<FrameSink> sink() {
            return Optional.ofNullable(sink).map(this::watched);
        }

        /// The last sample as it went on to the mix, under fader, mute and pan, since [#forget()];
        /// 0 for none.
        public float heard() {
            return heard;
        }

        public void forget() {
            heard = 0;
        }

        /// A strip changes the frame in place.
        private FrameSink watched(FrameSink to) {
            return (frame, position) -> {
                to.accept(frame, position);
                heard = frame[frame.length - 1];
            };
        }
    }

    public List<String> offers() {
        return offers;
    }

    public Map<TrackId, Track> tracks() {
        return tracks;
    }

    @Override
    public Optional<FakeDescription> local() {
        return local;
    }

    @Override
    public Optional<FakeDescription> remote() {
        return remote;
    }

    public void adds(TrackId id) {
        Track track = new Track(id);
        tracks.put(id, track);
        tell(() -> listener.trackAdded(track));
    }

    public void removes(TrackId id) {
        Track track = tracks.remove(id);
        if (track != null) {
            track.stop();
            tell(() -> listener.trackRemoved(id));
        }
    }

    @Override
    public void acceptOffer(String sdp) {
        offers.add(sdp);
        if (answering) {
            next = Optional.of(sdp);
        } else {
            answerIfReadable(sdp);
        }
    }

    private void answerIfReadable(String sdp) {
        FakeDescription.tryRead(sdp)
                .ifPresentOrElse(this::answer, () -> fails(ExchangeStage.TAKE_OFFER));
    }

    private void answer(FakeDescription offer) {
        answering = true;
        network.describe(
                this,
                () -> {
                    if (!isClosed()) {
                        answered(offer);
                    }
                });
    }

    private void answered(FakeDescription offer) {
        remote = Optional.of(offer);
        List.copyOf(tracks.keySet()).stream()
                .filter(id -> !offer.tracks().contains(id))
                .forEach(this::removes);
        offer.tracks().stream().filter(id -> !tracks.containsKey(id)).forEach(this::adds);
        FakeDescription made =
                new FakeDescription(
                        number(),
                        ++answers,
                        offer.path(),
                        Optional.of(new FakeDescription.Answered(offer.end(), offer.number())),
                        offer.tracks());
        local = Optional.of(made);
        describes(made.sdp());
        answering = false;
        network.changed(this);
        Optional<String> waiting = next;
        next = Optional.empty();
        waiting.ifPresent(this::answerIfReadable);
    }

    @Override
    public void close() {
        tracks.values().forEach(Track::stop);
        tracks.clear();
        super.close();
    }
}
