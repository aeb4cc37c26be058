package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.WebRtcPeerLinks;
import org.tonewire.testbed.ChildProcess;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.TonewireProcess;

/// A program that sends clicks over a link to itself, and prints the delay of each in milliseconds
/// on a line: from the push of its frame to the sink at the receiving end. No device is involved
/// but one that paces received sound.
final class PushToSink {
    private static final String MARK = "delay ";
    private static final int WARM_UP_CLICKS = 12;
    private static final int CLICKS = 48;
    private static final int FRAMES_PER_CLICK = 70;
    private static final int CLICK_SAMPLES = AudioFormat.SAMPLE_RATE_HZ / 500;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final double CLICK_HZ = 2_000;
    private static final float LOUD = 0.1f;

    private final ExecutorService session = Executors.newSingleThreadExecutor();
    private final WebRtcPeerLinks links =
            new WebRtcPeerLinks(session, RealtimePriority::inherit, () -> true);
    private volatile long pushedNanos;

    private PushToSink() {}

    /// Runs the program on this sound server, whose clock paces the received sound.
    static List<Double> measure(SoundServer server, String profile) {
        var delays = new CopyOnWriteArrayList<Double>();
        try (var child =
                ChildProcess.launchForLines(
                        "push-to-sink",
                        server.environment(),
                        ChildProcess.java(
                                List.of(TonewireProcess.options()), PushToSink.class, profile),
                        line -> addTo(delays, line))) {
            child.awaitExit(LIMIT);
            return List.copyOf(delays);
        }
    }

    /// Ignores other lines: native threads may print some at the end.
    private static void addTo(List<Double> delays, String line) {
        if (line.startsWith(MARK)) {
            delays.add(Double.valueOf(line.substring(MARK.length())));
        }
    }

    /// @param arguments the name of a profile
    public static void main(String[] arguments) {
        var profile = Profile.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var program = new PushToSink();
        program.session.execute(() -> program.join(profile));
    }

    private void join(Profile profile) {
        var id = new TrackId("click");
        var feed = links.openFeed(id);
        var sending = new End();
        var receiving = new End();
        SendLink sendLink = links.openSendLink(IceSettings.NONE, sending);
        ReceiveLink receiveLink = links.openReceiveLink(IceSettings.NONE, receiving, receiving);
        sending.route(receiveLink::acceptOffer, receiveLink::addCandidate);
        receiving.route(sendLink::acceptAnswer, sendLink::addCandidate);
        sendLink.offer(List.of(new SendTrack(id, profile)), OfferKind.TRACKS);
        Thread.ofPlatform().daemon().name("pusher").start(() -> push(feed));
    }

    private void push(FrameSink feed) {
        RealtimePriority.request();
        long due = System.nanoTime();
        for (int index = 0; ; index++) {
            float[] frame = new float[AudioFormat.FRAME_VALUES];
            if (index % FRAMES_PER_CLICK == 0) {
                click(frame);
                pushedNanos = System.nanoTime();
            }
            feed.accept(frame, (long) index * AudioFormat.FRAME_SAMPLES);
            due += AudioFormat.FRAME_NANOS;
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private static void click(float[] frame) {
        for (int i = 0; i < CLICK_SAMPLES; i++) {
            double angle = 2 * Math.PI * CLICK_HZ * i / AudioFormat.SAMPLE_RATE_HZ;
            frame[2 * i] = (float) (0.5 * Math.sin(angle));
            frame[2 * i + 1] = frame[2 * i];
        }
    }

    /// Detects clicks. Render thread.
    private final class ClickDetector implements FrameSink {
        private int clicks;
        private long heardPush;

        @Override
        public void accept(float[] frame, long position) {
            long now = System.nanoTime();
            for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
                if (Math.abs(frame[2 * i]) > LOUD && heardPush != pushedNanos) {
                    heardPush = pushedNanos;
                    double millis =
                            (now - heardPush) / 1e6 + i * 1_000.0 / AudioFormat.SAMPLE_RATE_HZ;
                    print(millis);
                }
            }
        }

        private void print(double millis) {
            clicks++;
            if (clicks > WARM_UP_CLICKS) {
                System.out.printf(Locale.ROOT, MARK + "%.2f%n", millis);
            }
            if (clicks == WARM_UP_CLICKS + CLICKS) {
                Runtime.getRuntime().halt(0);
            }
        }
    }

    /// Receives the events of one end, and passes its description and candidates to the other.
    private final class End implements LinkListener, TrackListener {
        private Consumer<String> description = _ -> {};
        private Consumer<IceCandidate> candidate = _ -> {};

        void route(Consumer<String> descriptions, Consumer<IceCandidate> candidates) {
            description = descriptions;
            candidate = candidates;
        }

        @Override
        public void described(String sdp) {
            description.accept(sdp);
        }

        @Override
        public void candidateFound(IceCandidate found) {
            candidate.accept(found);
        }

        @Override
        public void stateChanged(LinkState state) {}

        @Override
        public void controlReceived(String text) {}

        @Override
        public void controlOpened() {}

        @Override
        public void warned(Problem problem) {
            throw new IllegalStateException(problem.toString());
        }

        @Override
        public void exchangeFailed(ExchangeStage stage) {
            throw new IllegalStateException(stage.toString());
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            track.start(new ClickDetector());
        }

        @Override
        public void trackRemoved(TrackId id) {}
    }
}
