package org.tonewire.app.rtc;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.rig.TonePusher;

/// Links with their own session thread, and pairs of links joined in memory.
final class LinkRig implements AutoCloseable {
    final ExecutorService session =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("session").daemon().factory());
    private final List<TonePusher> tones = new CopyOnWriteArrayList<>();
    final PeerLinks links;
    private final Function<FrameSink, FrameSink> way;

    LinkRig() {
        this(session -> new WebRtcPeerLinks(session, Runnable::run, () -> false), feed -> feed);
    }

    private LinkRig(Function<Executor, PeerLinks> make, Function<FrameSink, FrameSink> way) {
        links = make.apply(session);
        this.way = way;
    }

    /// With links that know one thread only: what is fed goes by way of the session thread.
    static LinkRig onOneThread(Function<Executor, PeerLinks> make) {
        AtomicReference<Executor> session = new AtomicReference<>(Runnable::run);
        return new LinkRig(
                executor -> {
                    session.set(executor);
                    return make.apply(executor);
                },
                feed ->
                        (frame, position) -> {
                            float[] copy = frame.clone();
                            session.get().execute(() -> feed.accept(copy, position));
                        });
    }

    /// Opens a pair with both ends in this rig.
    Pair pair() {
        return pairInto(this);
    }

    /// Opens a pair with the receiving end in another rig; descriptions and candidates pass in
    /// memory.
    Pair pairInto(LinkRig other) {
        return pair(other, IceSettings.NONE);
    }

    Pair pair(LinkRig other, IceSettings settings) {
        Pair pair = apart(other, settings);
        pair.sent().descriptionRoute = pair::deliverOffer;
        pair.sent().candidateRoute = pair::deliverToReceiver;
        return pair;
    }

    /// A pair whose sending end's messages are not delivered; those of the receiving end are.
    Pair apart(LinkRig other, IceSettings settings) {
        LinkEvents sent = new LinkEvents();
        LinkEvents received = new LinkEvents();
        SendLink sender = call(() -> links.openSendLink(settings, sent));
        ReceiveLink listener =
                other.call(() -> other.links.openReceiveLink(settings, received, received));
        received.descriptionRoute = sdp -> session.execute(() -> sender.acceptAnswer(sdp));
        received.candidateRoute =
                candidate -> session.execute(() -> sender.addCandidate(candidate));
        return new Pair(new End<>(this, sender), sent, new End<>(other, listener), received);
    }

    /// Opens a feed and pushes a tone into it until the rig closes.
    TonePusher tone(TrackId id, double leftHz, double rightHz) {
        TonePusher tone =
                new TonePusher(way.apply(call(() -> links.openFeed(id))), leftHz, rightHz, 0.25);
        tones.add(tone);
        return tone;
    }

    void noise(TrackId id) {
        tones.add(TonePusher.noise(call(() -> links.openFeed(id)), 0.25));
    }

    void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    <T> T call(Callable<T> task) {
        try {
            return session.submit(task).get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        if (session.isShutdown()) {
            return;
        }
        tones.forEach(TonePusher::stop);
        run(links::close);
        session.shutdown();
    }
}
