package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.tonewire.signaling.protocol.Truncation;

/// An input's metadata.
///
/// @param title artist and title, or the station's name
/// @param station whether it is a radio station, by the server's `icy-` headers
/// @param sized whether its length is known; a list of segments has one once it is complete
/// @param segmented whether it is a list of segments
record MediaInfo(
        Optional<String> title,
        Optional<Duration> total,
        boolean station,
        boolean sized,
        boolean segmented) {
    private static final int MAX_TITLE = 80;

    static MediaInfo of(AvInput input) {
        AVFormatContext context = input.context();
        Optional<String> icy =
                input.transportOption("icy_metadata_headers")
                        .map(headers -> new String(headers, StandardCharsets.ISO_8859_1))
                        .filter(headers -> !headers.isBlank());
        Optional<String> title =
                icy.flatMap(MediaInfo::stationName)
                        .or(() -> title(context.metadata()))
                        .or(() -> title(input.audio().metadata()));
        long micros = context.duration();
        Optional<Duration> total =
                micros > 0 && micros != AV_NOPTS_VALUE()
                        ? Optional.of(Duration.ofNanos(micros * (1_000_000_000L / AV_TIME_BASE)))
                        : Optional.empty();
        boolean sized = input.segmented() ? total.isPresent() : input.sized();
        return new MediaInfo(title, total, icy.isPresent(), sized, input.segmented());
    }

    private static Optional<String> title(AVDictionary metadata) {
        Optional<String> title = entry(metadata, "title");
        Optional<String> artist = entry(metadata, "artist").filter(_ -> title.isPresent());
        String both =
                Stream.of(artist, title)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" – "));
        return Optional.of(both).filter(text -> !text.isEmpty());
    }

    private static Optional<String> entry(AVDictionary metadata, String key) {
        if (metadata == null || metadata.isNull()) {
            return Optional.empty();
        }
        AVDictionaryEntry entry = av_dict_get(metadata, key, null, 0);
        return entry == null || entry.isNull()
                ? Optional.empty()
                : MediaText.readable(entry.value().getStringBytes()).flatMap(MediaInfo::tidy);
    }

    private static Optional<String> stationName(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "icy-name:", 0, 9))
                .findFirst()
                .map(line -> line.substring(9).getBytes(StandardCharsets.ISO_8859_1))
                .flatMap(MediaText::readable)
                .flatMap(MediaInfo::tidy);
    }

    /// One line without control characters, of a length that fits a label.
    private static Optional<String> tidy(String text) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return Optional.of(Truncation.toCodePoints(clean, MAX_TITLE))
                .filter(some -> !some.isEmpty());
    }
}
