package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.fake.FakeLinks;
import org.tonewire.app.fake.FakeOutput;
import org.tonewire.app.fake.FakeSources;

class SoundStatsReaderTest {
    private static final SourceId TONE = new SourceId("tone");

    private final FakeOutput output = new FakeOutput();
    private final Mixer mixer = new Mixer();
    private final Received received = new Received();
    private final TrackKey key = new TrackKey(Identities.key("bob"), received.id());
    private final TrackChannel channel = new TrackChannel(key, received, mixer.openTrack());
    private final SourceTrack source =
            new SourceTrack(
                    TONE,
                    new SourceSpec(new SourceOrigin.Tone(440), Profile.MUSIC, 0, Optional.empty()),
                    new FakeLinks(Runnable::run).openFeed(new TrackId(TONE.value())),
                    new RenderReference(),
                    new SendGate());

    @Test
    void countersOfQueuesAndLinksAreCollected() {
        output.playing(mixer);
        received.play(3);
        for (int i = 0; i < 5; i++) {
            output.pull();
        }

        SoundStats stats =
                SoundStatsReader.read(List.of(), List.of(channel), new LinksHealth(false, 7));

        assertThat(stats.exactClock()).isFalse();
        assertThat(stats.callbackFailures()).isEqualTo(7);
        assertThat(stats.queues()).hasSize(1);
        SoundStats.QueueStats queue = stats.queues().getFirst();
        assertThat(queue.track()).isEqualTo(key);
        assertThat(queue.underruns()).isEqualTo(1);
        assertThat(queue.lostFrames()).isZero();
        assertThat(queue.queueMillis()).isLessThan(10);
    }

    @Test
    void onlyOpenSourcesHaveStats() {
        FakeSources.Stream stream = new FakeSources.Stream(new SourceOrigin.Tone(440));
        LinksHealth links = new LinksHealth(true, 0);
        assertThat(SoundStatsReader.read(List.of(source), List.of(), links).sources()).isEmpty();
        source.swap(stream);
        SoundStats stats = SoundStatsReader.read(List.of(source), List.of(), links);
        assertThat(stats.sources())
                .containsExactly(
                        new SoundStats.SourceStats(TONE, stream.health(), ChannelChoice.BOTH));
    }

    private static final class Received implements RemoteTrack {
        private @Nullable FrameSink sink;

        @Override
        public TrackId id() {
            return new TrackId("mix");
        }

        @Override
        public void start(FrameSink to) {
            sink = to;
        }

        @Override
        public void stop() {}

        void play(int frames) {
            for (int i = 0; i < frames && sink != null; i++) {
                sink.accept(
                        new float[AudioFormat.FRAME_VALUES], (long) i * AudioFormat.FRAME_SAMPLES);
            }
        }
    }
}
