package org.tonewire.app.rtc.sdp;

/// What is looked at of a description from outside before native code parses it.
public final class SdpLimits {
    private static final int MAX_CHARACTERS = 200_000;
    private static final int MAX_SECTIONS = 64;

    private SdpLimits() {}

    public static boolean acceptable(String sdp) {
        return sdp.length() <= MAX_CHARACTERS
                && sdp.startsWith("v=0")
                && sdp.indexOf('\0') < 0
                && SessionText.parse(sdp).sections().size() <= MAX_SECTIONS;
    }
}
