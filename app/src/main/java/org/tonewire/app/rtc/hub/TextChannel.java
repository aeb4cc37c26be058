package org.tonewire.app.rtc.hub;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tonewire.app.rtc.guard.NativeGuard;

/// A client's data channel, for texts. Owned by its link's thread; its callbacks come on
/// libwebrtc's.
final class TextChannel {
    /// Other stacks close the channel at longer texts (RFC 8841 section 6.1 default).
    private static final int MAX_TEXT_BYTES = 65_536;

    private static final long MAX_WAITING_BYTES = 1 << 20;

    private final RTCDataChannel channel;

    /// @param received called on a native thread
    /// @param disconnected called on a native thread when the client has closed the channel
    TextChannel(
            RTCDataChannel channel,
            NativeGuard guard,
            Consumer<String> received,
            Runnable disconnected) {
        this.channel = channel;
        RTCDataChannelObserver observer =
                new RTCDataChannelObserver() {
                    @Override
                    public void onBufferedAmountChange(long previousAmount) {}

                    @Override
                    public void onStateChange() {
                        if (channel.getState() == RTCDataChannelState.CLOSED) {
                            disconnected.run();
                        }
                    }

                    // The buffer is valid during this call only.
                    @Override
                    public void onMessage(RTCDataChannelBuffer buffer) {
                        if (!buffer.binary) {
                            received.accept(StandardCharsets.UTF_8.decode(buffer.data).toString());
                        }
                    }
                };
        channel.registerObserver(guard.around(RTCDataChannelObserver.class, observer));
    }

    /// Drops the text when the channel is not open or too many bytes are waiting.
    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (channel.getState() != RTCDataChannelState.OPEN
                || bytes.length > MAX_TEXT_BYTES
                || channel.getBufferedAmount() + bytes.length > MAX_WAITING_BYTES) {
            return;
        }
        try {
            channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), false));
        } catch (Exception e) {
            throw new IllegalStateException("a data channel takes no text", e);
        }
    }

    void close() {
        channel.unregisterObserver();
        channel.close();
    }
}
