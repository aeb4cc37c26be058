package org.tonewire.app.media.decode;

/// A failed call to FFmpeg. Never leaves this package: a [DecodeLoop] turns it into a reason.
final class AvException extends Exception {
    private final int code;

    AvException(String call, int code) {
        super(call + " answered " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }

    static int check(String call, int code) throws AvException {
        if (code < 0) {
            throw new AvException(call, code);
        }
        return code;
    }
}
