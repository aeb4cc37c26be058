package org.tonewire.app.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceStream;

/// Sources whose frames a test makes.
public final class FakeSources implements SourceOpener {
    public final List<SourceOrigin> opened = new ArrayList<>();
    public final List<Stream> streams = new ArrayList<>();
    private @Nullable Problem problem;
    private @Nullable Problem away;
    private String label = "fake";

    /// No source can be opened from here on.
    public void fail(Problem why) {
        problem = why;
    }

    /// The opposite of [#fail(Problem)].
    public void work() {
        problem = null;
    }

    /// The devices go away: their streams fail, and none opens until they are back.
    public void devicesGo(Problem why) {
        away = why;
        streams.stream()
                .filter(stream -> isDevice(stream.origin()))
                .filter(stream -> !stream.isClosed())
                .forEach(stream -> stream.breakWith(why));
    }

    /// The opposite of [#devicesGo(Problem)].
    public void devicesComeBack() {
        away = null;
    }

    public static boolean isDevice(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Microphone _, SourceOrigin.SystemAudio _ -> true;
            case SourceOrigin.AudioFile _,
                    SourceOrigin.Address _,
                    SourceOrigin.Pipe _,
                    SourceOrigin.Tone _ ->
                    false;
        };
    }

    /// Sets the label of streams that are opened from here on.
    public void call(String next) {
        label = next;
    }

    @Override
    public SourceOpening open(SourceOrigin origin) {
        opened.add(origin);
        if (problem != null) {
            return new SourceOpening.Failed(problem);
        }
        if (away != null && isDevice(origin)) {
            return new SourceOpening.Failed(away);
        }
        Stream stream = new Stream(origin, label);
        streams.add(stream);
        return new SourceOpening.Opened(stream);
    }

    /// An opened source.
    public static final class Stream implements SourceStream {
        private final SourceOrigin origin;
        private final String label;
        private String name = "";
        private SourcePosition shown = new SourcePosition(Duration.ZERO, Optional.empty());
        private @Nullable FrameSink sink;
        private @Nullable SourceListener listener;
        private long position;
        private boolean hanging;
        private boolean closed;
        private boolean miscounts;

        public Stream(SourceOrigin origin) {
            this(origin, "fake");
        }

        private Stream(SourceOrigin origin, String label) {
            this.origin = origin;
            this.label = label;
        }

        public SourceOrigin origin() {
            return origin;
        }

        public boolean isStarted() {
            return sink != null;
        }

        public boolean isClosed() {
            return closed;
        }

        /// Its frames go on after its end, as from a device that does not close.
        public void hang() {
            hanging = true;
        }

        /// Frames of full scale.
        public void play(int frames) {
            play(frames, 1f);
        }

        public void play(int frames, float value) {
            float[] frame = new float[AudioFormat.FRAME_VALUES];
            for (int i = 0; i < frames && sink != null && (hanging || !closed); i++) {
                Arrays.fill(frame, value);
                sink.accept(frame, position);
                position += AudioFormat.FRAME_SAMPLES;
            }
        }

        /// It plays to its end.
        public void end() {
            if (listener != null) {
                listener.ended();
            }
        }

        /// Its counters throw.
        public void miscount(boolean now) {
            miscounts = now;
        }

        /// Sets the playing position.
        public void isAt(SourcePosition now) {
            shown = now;
        }

        public void breakWith(Problem why) {
            if (listener != null) {
                listener.failed(why);
            }
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public void call(String next) {
            name = next;
        }

        /// The name that it was given.
        public String name() {
            return name;
        }

        @Override
        public void start(FrameSink to, SourceListener receiver) {
            sink = to;
            listener = receiver;
        }

        @Override
        public SourcePosition position() {
            return shown;
        }

        @Override
        public SourceHealth health() {
            if (miscounts) {
                throw new IllegalStateException("miscounted");
            }
            return new SourceHealth(position / AudioFormat.FRAME_SAMPLES, 0, 0);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
