package org.tonewire.signaling.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.signaling.protocol.ParticipantId;

/// A client that takes what it is sent, or does not, in virtual time.
final class OutboxTest {
    private static final int UNSENT_BYTES = 10_000;
    private static final Duration STUCK_AFTER = Duration.ofSeconds(60);
    private static final Optional<ParticipantId> SERVER = Optional.empty();

    private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
    private final ChannelHandlerContext ctx = channel.pipeline().firstContext();
    private final Events events = new Events();
    private final Outbox outbox = new Outbox(UNSENT_BYTES, STUCK_AFTER, events);

    @BeforeEach
    void timeIsHandedIn() {
        channel.freezeTime();
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void whatWaitsIsSentInItsOrderWhenTheClientTakesMore() {
        send(from("ann"), "1");
        takesMore(false);
        send(from("ann"), "2");
        send(SERVER, "3");
        send(from("bob"), "4");
        assertThat(sent()).containsExactly("1");

        takesMore(true);

        assertThat(sent()).containsExactly("2", "3", "4");
    }

    @Test
    void theSenderThatSendsMostLosesItsNewestTexts() {
        takesMore(false);
        send(from("bob"), "of bob");
        send(SERVER, "of the server");
        for (int i = 0; i < 4; i++) {
            send(from("ann"), i + "x".repeat(UNSENT_BYTES / 3));
        }
        send(from("bob"), "also of bob");
        assertThat(events.dropped).isEqualTo(2);

        takesMore(true);

        assertThat(sent().stream().map(text -> text.replaceAll("x+", "")))
                .containsExactly("of bob", "of the server", "0", "1", "also of bob");
        assertThat(events.tooSlow).isZero();
    }

    @Test
    void aClientThatLetsTooManyTextsOfTheServerWaitIsTooSlow() {
        takesMore(false);
        for (int i = 0; i < 4; i++) {
            send(SERVER, "x".repeat(UNSENT_BYTES / 3));
        }

        assertThat(events.tooSlow).isPositive();
        assertThat(events.dropped).isZero();
    }

    @Test
    void aClientThatTakesNothingForTooLongIsTooSlow() {
        takesMore(false);
        send(from("ann"), "waits");
        pass(STUCK_AFTER.minusMillis(1));
        assertThat(events.tooSlow).isZero();

        pass(Duration.ofMillis(1));

        assertThat(events.tooSlow).isEqualTo(1);
    }

    @Test
    void aClientThatTakesSomethingIsNotTooSlow() {
        takesMore(false);
        send(from("ann"), "waits");
        pass(STUCK_AFTER.minusMillis(1));
        takesMore(true);
        takesMore(false);
        send(from("ann"), "waits again");

        pass(STUCK_AFTER);
        assertThat(events.tooSlow).isZero();

        pass(STUCK_AFTER);
        assertThat(events.tooSlow).isEqualTo(1);
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        takesMore(false);
        send(from("ann"), "waits");
        outbox.close();
        takesMore(true);
        pass(STUCK_AFTER);

        assertThat(sent()).isEmpty();
        assertThat(events.tooSlow).isZero();
    }

    private static Optional<ParticipantId> from(String id) {
        return Optional.of(new ParticipantId(id));
    }

    private void send(Optional<ParticipantId> from, String text) {
        outbox.send(ctx, from, text);
    }

    private void takesMore(boolean more) {
        Optional.ofNullable(channel.unsafe().outboundBuffer())
                .orElseThrow()
                .setUserDefinedWritability(1, more);
        outbox.sendWaiting(ctx);
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<String> sent() {
        List<String> texts = new ArrayList<>();
        for (TextWebSocketFrame frame = channel.readOutbound();
                frame != null;
                frame = channel.readOutbound()) {
            texts.add(frame.text());
            frame.release();
        }
        return texts;
    }

    private static final class Events implements Outbox.Owner {
        private int dropped;
        private int tooSlow;

        @Override
        public void dropped() {
            dropped++;
        }

        @Override
        public void tooSlow(ChannelHandlerContext ctx) {
            tooSlow++;
        }
    }
}
