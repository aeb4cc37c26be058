package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tonewire.app.rtc.guard.NativeRelease;

/// A link's `control` data channel, reliable and ordered. Session thread.
final class ControlChannel {
    static final String LABEL = "control";

    /// Other stacks close the channel at longer texts (RFC 8841 section 6.1 default).
    private static final int MAX_TEXT_BYTES = 65_536;

    private static final long MAX_WAITING_BYTES = 1 << 20;

    private final SessionCalls calls;
    private final RTCDataChannel channel;
    private boolean opened;
    private boolean closed;

    ControlChannel(SessionCalls calls, RTCDataChannel channel) {
        this.calls = calls;
        this.channel = channel;
    }

    /// Starts to report the channel's events, earlier texts included.
    void observe(Runnable whenOpen, Consumer<String> receiver) {
        RTCDataChannelObserver observer =
                new RTCDataChannelObserver() {
                    @Override
                    public void onBufferedAmountChange(long previousAmount) {}

                    @Override
                    public void onStateChange() {
                        calls.postToSession(() -> checkOpen(whenOpen));
                    }

                    @Override
                    public void onMessage(RTCDataChannelBuffer buffer) {
                        if (!buffer.binary) {
                            String text = textOf(buffer.data);
                            calls.postToSession(() -> receive(text, receiver));
                        }
                    }
                };
        channel.registerObserver(calls.guard().around(RTCDataChannelObserver.class, observer));
        checkOpen(whenOpen);
    }

    boolean send(String text) {
        if (closed || channel.getState() != RTCDataChannelState.OPEN) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT_BYTES
                || channel.getBufferedAmount() + bytes.length > MAX_WAITING_BYTES) {
            return false;
        }
        try {
            channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(bytes), false));
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    void close() {
        if (!closed) {
            closed = true;
            channel.unregisterObserver();
            channel.close();
            NativeRelease.of(channel);
        }
    }

    private void checkOpen(Runnable whenOpen) {
        if (!closed && !opened && channel.getState() == RTCDataChannelState.OPEN) {
            opened = true;
            whenOpen.run();
        }
    }

    private void receive(String text, Consumer<String> receiver) {
        if (!closed) {
            receiver.accept(text);
        }
    }

    /// Decodes at once, as the buffer is valid during its callback only.
    private static String textOf(ByteBuffer data) {
        return StandardCharsets.UTF_8.decode(data).toString();
    }
}
