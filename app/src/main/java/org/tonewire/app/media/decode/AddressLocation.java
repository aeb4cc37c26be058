package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_OTHER_4XX;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PROTOCOL_NOT_FOUND;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.decode.WebProxy.Way;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;
import org.tonewire.app.media.playlist.Playlist;

/// A file or a radio station at an `http` or `https` address. A station that drops the connection
/// is connected again, until it has been silent for too long.
final class AddressLocation implements MediaLocation {
    private final WebAddress address;
    private final StreamTimeouts timeouts;
    private final WebProxy proxies;
    private final boolean segments;

    AddressLocation(WebAddress address, StreamTimeouts timeouts) {
        this(address, timeouts, WebProxy.ofEnvironment());
    }

    AddressLocation(WebAddress address, StreamTimeouts timeouts, WebProxy proxies) {
        this(address, timeouts, proxies, false);
    }

    /// @param segments whether it is known to be a list of segments
    private AddressLocation(
            WebAddress address, StreamTimeouts timeouts, WebProxy proxies, boolean segments) {
        this.address = address;
        this.timeouts = timeouts;
        this.proxies = proxies;
        this.segments = segments;
    }

    @Override
    public AvInput open(AvInterrupt interrupt) throws AvException {
        AvAddress connection = connection(interrupt);
        return AvInput.open(segments ? connection.asSegments() : connection, interrupt);
    }

    /// A playlist of the network may name addresses only.
    @Override
    public Optional<List<MediaLocation>> entries(AvInterrupt interrupt) throws AvException {
        AvText text = AvText.read(connection(interrupt), Playlist.MAX_BYTES, interrupt);
        if (!segments && Playlist.isSegments(text.bytes())) {
            return Optional.of(List.of(new AddressLocation(address, timeouts, proxies, true)));
        }
        WebAddress base = text.location().flatMap(address::resolve).orElse(address);
        return Playlist.parse(text.bytes(), base.uri().getPath())
                .map(entries -> entries.stream().flatMap(entry -> located(base, entry)).toList());
    }

    /// @throws AvException for a proxy that FFmpeg does not know
    private AvAddress connection(AvInterrupt interrupt) throws AvException {
        interrupt.allow(timeouts.open().toNanos());
        return switch (proxies.to(address)) {
            case Way.Direct() -> AvAddress.web(address, timeouts.stall(), "");
            case Way.Through(String proxy) -> AvAddress.web(address, timeouts.stall(), proxy);
            case Way.Unsupported _ -> throw new AvException("proxy", AVERROR_PROTOCOL_NOT_FOUND());
        };
    }

    private Stream<MediaLocation> located(WebAddress base, String entry) {
        return base.resolve(entry).stream()
                .map(found -> new AddressLocation(found, timeouts, proxies));
    }

    @Override
    public boolean mayBeEmpty() {
        return false;
    }

    @Override
    public boolean repeats() {
        return false;
    }

    /// The host only, as the rest of an address may be secret.
    @Override
    public String label() {
        return address.shownHost();
    }

    @Override
    public Buffering buffering(MediaInfo info) {
        if (info.segmented()) {
            return Buffering.SEGMENTS;
        }
        return info.station() || !info.sized() ? Buffering.RADIO : Buffering.REMOTE_FILE;
    }

    @Override
    public Problem unopened(AvException refused) {
        return proxies.to(address) instanceof Way.Unsupported(String proxy)
                ? new Problem(Reason.PROXY_UNSUPPORTED, proxy)
                : new Problem(reason(refused), label());
    }

    private static Reason reason(AvException refused) {
        int code = refused.code();
        if (code == AVERROR_HTTP_NOT_FOUND()) {
            return Reason.STREAM_NOT_FOUND;
        }
        boolean denied =
                code == AVERROR_HTTP_UNAUTHORIZED()
                        || code == AVERROR_HTTP_FORBIDDEN()
                        || code == AVERROR_HTTP_OTHER_4XX();
        if (denied) {
            return Reason.STREAM_REFUSED;
        }
        return refused.isNotAudio() ? Reason.STREAM_NOT_AUDIO : Reason.STREAM_UNREACHABLE;
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
