package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;

/// A failed call to FFmpeg. Never leaves this package: a [DecodeLoop] and its [PlayOrder] turn it
/// into a reason.
final class AvException extends Exception {
    private final int code;

    AvException(String call, int code) {
        super(call + " answered " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    /// Whether there was something, but no sound in it.
    boolean isNotAudio() {
        return code == AVERROR_INVALIDDATA()
                || code == AVERROR_STREAM_NOT_FOUND()
                || code == AVERROR_DECODER_NOT_FOUND();
    }

    static int check(String call, int code) throws AvException {
        if (code < 0) {
            throw new AvException(call, code);
        }
        return code;
    }
}
