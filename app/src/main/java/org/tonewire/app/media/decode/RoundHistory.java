package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.zip.CRC32C;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/// Recognizes in a new connection what an earlier one delivered already, so that it is not played
/// twice: the segments of a live list by their times, all else by the packets at the beginning.
/// Those that are all the same make a file that starts over; a station differs at once, or after
/// the announcement it begins each connection with. Decoding thread.
final class RoundHistory {
    private static final int MAX_PACKETS = 400;
    private static final long MAX_BACK_SECONDS = 300;

    private final boolean compares;
    private final long[] beginning = new long[MAX_PACKETS];
    private int known;
    private int same;
    private boolean first = true;
    private boolean segmented;
    private boolean matching;
    private long lastTime = AV_NOPTS_VALUE();

    private RoundHistory(boolean compares) {
        this.compares = compares;
    }

    /// For an address.
    static RoundHistory comparing() {
        return new RoundHistory(true);
    }

    /// For a file, whose rounds are meant to repeat.
    static RoundHistory indifferent() {
        return new RoundHistory(false);
    }

    /// Begins a round over a new connection.
    ///
    /// @param isSegmented whether it is a list of segments
    void begin(boolean isSegmented) {
        first = known == 0;
        segmented = isSegmented;
        matching = compares && !first;
        same = 0;
    }

    /// Whether this round's next packet was delivered by an earlier round.
    boolean isRepeated(AVPacket packet, long ticksPerSecond) {
        if (!compares) {
            return false;
        }
        if (segmented) {
            known = Math.max(known, 1);
            return isOld(packet.pts(), ticksPerSecond * MAX_BACK_SECONDS);
        }
        if (first && known < MAX_PACKETS) {
            beginning[known++] = fingerprint(packet);
        }
        if (matching) {
            matching = same < known && beginning[same] == fingerprint(packet);
            same += matching ? 1 : 0;
        }
        return matching;
    }

    /// Whether all that is known of the first round's beginning came again.
    boolean startsOver() {
        return matching && !segmented && same == known;
    }

    private boolean isOld(long time, long maxBack) {
        if (time == AV_NOPTS_VALUE()) {
            return false;
        }
        if (lastTime != AV_NOPTS_VALUE() && time <= lastTime && lastTime - time < maxBack) {
            return matching;
        }
        matching = false;
        lastTime = time;
        return false;
    }

    private static long fingerprint(AVPacket packet) {
        if (packet.size() == 0) {
            return 0;
        }
        CRC32C sum = new CRC32C();
        sum.update(packet.data().capacity(packet.size()).asByteBuffer());
        return (long) packet.size() << 32 | sum.getValue();
    }
}
