package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.tonewire.app.rtc.guard.NativeRelease;

/// A data channel, for texts. Owned by one thread, which gets every event; every method is called
/// on it.
public final class TextChannel {
    /// Other stacks close the channel at longer texts (RFC 8841 section 6.1 default).
    private static final int MAX_TEXT_BYTES = 65_536;

    private static final long MAX_WAITING_BYTES = 1 << 20;

    /// Received texts that wait for the owner. Further ones are dropped: somebody sends far more
    /// than can be read.
    private static final int MAX_WAITING_TEXTS = 256;

    private final OwnerThread owner;
    private final RTCDataChannel channel;
    private final Semaphore waiting = new Semaphore(MAX_WAITING_TEXTS);
    private RTCDataChannelState reported = RTCDataChannelState.CONNECTING;
    private boolean closed;

    public TextChannel(OwnerThread owner, RTCDataChannel channel) {
        this.owner = owner;
        this.channel = channel;
    }

    /// Starts to report the channel's events, earlier texts included, until [#close()]. Texts of
    /// more than 64 KiB, and those that come faster than they are read, are dropped.
    ///
    /// @param opened run when the channel takes texts
    /// @param disconnected run when the other end has closed the channel
    public void observe(Runnable opened, Consumer<String> received, Runnable disconnected) {
        RTCDataChannelObserver observer =
                new RTCDataChannelObserver() {
                    @Override
                    public void onBufferedAmountChange(long previousAmount) {}

                    @Override
                    public void onStateChange() {
                        owner.post(() -> checkState(opened, disconnected));
                    }

                    @Override
                    public void onMessage(RTCDataChannelBuffer buffer) {
                        if (!buffer.binary
                                && buffer.data.remaining() <= MAX_TEXT_BYTES
                                && waiting.tryAcquire()) {
                            String text = textOf(buffer.data);
                            owner.post(() -> {
                                waiting.release();
                                receive(text, received);
                            });
                        }
                    }
                };
        channel.registerObserver(owner.guard().around(RTCDataChannelObserver.class, observer));
        checkState(opened, disconnected);
    }

    /// @return false when the channel is not open, the text is too long, or too much is waiting
    public boolean send(String text) {
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

    /// Idempotent.
    public void close() {
        if (!closed) {
            closed = true;
            channel.unregisterObserver();
            channel.close();
            NativeRelease.of(channel);
        }
    }

    /// Reports each state once: two changes may be noticed together.
    private void checkState(Runnable opened, Runnable disconnected) {
        RTCDataChannelState state = closed ? reported : channel.getState();
        if (state == reported) {
            return;
        }
        reported = state;
        if (state == RTCDataChannelState.OPEN) {
            opened.run();
        } else if (state == RTCDataChannelState.CLOSED) {
            disconnected.run();
        }
    }

    private void receive(String text, Consumer<String> received) {
        if (!closed) {
            received.accept(text);
        }
    }

    /// Decodes at once, as the buffer is valid during its callback only.
    private static String textOf(ByteBuffer data) {
        return StandardCharsets.UTF_8.decode(data).toString();
    }
}
