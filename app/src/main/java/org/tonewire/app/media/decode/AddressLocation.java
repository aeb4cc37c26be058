package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;

import java.net.URI;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;

/// A file or a radio station at an `http` or `https` address. A station that drops the connection
/// is connected again, until it has been silent for too long.
final class AddressLocation implements MediaLocation {
    private final URI uri;
    private final StreamTimeouts timeouts;

    AddressLocation(URI uri, StreamTimeouts timeouts) {
        this.uri = uri;
        this.timeouts = timeouts;
    }

    @Override
    public AvInput open(AvInterrupt interrupt) throws AvException {
        interrupt.allow(timeouts.open().toNanos());
        return AvInput.address(uri, interrupt, timeouts.stall());
    }

    /// The host only, as the rest of an address may be secret.
    @Override
    public String label() {
        String host = uri.getHost();
        return host == null ? "" : host;
    }

    @Override
    public Buffering buffering(MediaInfo info) {
        return info.station() || !info.sized() ? Buffering.RADIO : Buffering.REMOTE_FILE;
    }

    @Override
    public Problem unopened(AvException refused) {
        int code = refused.code();
        boolean notAudio =
                code == AVERROR_INVALIDDATA()
                        || code == AVERROR_STREAM_NOT_FOUND()
                        || code == AVERROR_DECODER_NOT_FOUND();
        return new Problem(notAudio ? Reason.NOT_AUDIO : Reason.STREAM_UNREACHABLE, label());
    }

    /// A length, an announced end, or a beginning that comes again make a file; `icy-` headers, a
    /// list of segments without an end, or another beginning make a station.
    @Override
    public Next after(RoundEnd end) {
        MediaInfo info = end.info();
        boolean whole = end.broken().isEmpty() && end.ending() == AvInput.Ending.COMPLETE;
        boolean announced = info.sized() || !(info.station() || info.segmented());
        boolean closedFile = end.startsOver() && end.ending() != AvInput.Ending.CUT;
        if ((whole && announced) || closedFile) {
            return new Next.Finish(FrameResult.ENDED);
        }
        boolean live = info.station() || !info.sized();
        boolean patient = end.silentNanos() < timeouts.silence().toNanos();
        if (live && patient && !end.startsOver()) {
            return new Next.Retry(timeouts.retry().toNanos());
        }
        Problem lost = new Problem(Reason.STREAM_LOST, label());
        return new Next.Finish(new FrameResult.Failed(lost));
    }

    @Override
    public RoundHistory history() {
        return RoundHistory.comparing();
    }

    @Override
    public long readLimitNanos() {
        return timeouts.stall().plusSeconds(2).toNanos();
    }
}
