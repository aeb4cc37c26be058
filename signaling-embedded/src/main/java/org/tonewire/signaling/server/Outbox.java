package org.tonewire.signaling.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.FairQueue;

/// The texts for one client, which are sent as fast as it takes them. Where too many wait, those of
/// the participant who sends most are dropped, so that nobody can cut the connection of another by
/// what is relayed to it. Owned by the event loop of its channel.
final class Outbox {
    private static final int MAX_TEXTS = 4_096;

    private final FairQueue<String> waiting;
    private final Duration stuckAfter;
    private final Owner owner;
    private @Nullable ScheduledFuture<?> watch;
    private long written;
    private boolean closed;

    /// What the owner of the socket learns.
    interface Owner {
        /// A relayed text was dropped.
        void dropped();

        /// Too many texts of the server wait, or the client takes nothing for too long: it could
        /// not catch up on what it missed.
        void tooSlow(ChannelHandlerContext ctx);
    }

    /// @param unsentBytes that may wait
    /// @param stuckAfter how long a client may take nothing while texts wait
    Outbox(int unsentBytes, Duration stuckAfter, Owner owner) {
        this.waiting = new FairQueue<>(MAX_TEXTS, unsentBytes);
        this.stuckAfter = stuckAfter;
        this.owner = owner;
    }

    /// Sends a text, now or when the client takes more.
    ///
    /// @param from who sent what the text relays; empty for a text of the server, which is not
    ///   dropped
    void send(ChannelHandlerContext ctx, Optional<ParticipantId> from, String text) {
        if (closed) {
            return;
        }
        if (waiting.isEmpty() && ctx.channel().isWritable()) {
            write(ctx, text);
            ctx.flush();
            return;
        }
        waiting.add(from, Utf8.length(text), text).forEach(_ -> owner.dropped());
        if (waiting.isOverfull()) {
            owner.tooSlow(ctx);
        } else if (watch == null) {
            watch = watch(ctx);
        }
    }

    /// The client may take more.
    void sendWaiting(ChannelHandlerContext ctx) {
        boolean any = false;
        while (!closed && ctx.channel().isWritable() && !waiting.isEmpty()) {
            waiting.poll().ifPresent(text -> write(ctx, text));
            any = true;
        }
        if (any) {
            ctx.flush();
        }
    }

    /// Nothing is sent from here on.
    void close() {
        closed = true;
        if (watch != null) {
            watch.cancel(false);
        }
    }

    private ScheduledFuture<?> watch(ChannelHandlerContext ctx) {
        long writtenBefore = written;
        long unsentBefore = ctx.channel().bytesBeforeWritable();
        return ctx.executor()
                .schedule(
                        () -> look(ctx, writtenBefore, unsentBefore),
                        stuckAfter.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext ctx, long writtenBefore, long unsentBefore) {
        watch = null;
        if (closed || waiting.isEmpty()) {
            return;
        }
        if (written > writtenBefore || ctx.channel().bytesBeforeWritable() < unsentBefore) {
            watch = watch(ctx);
        } else {
            owner.tooSlow(ctx);
        }
    }

    private void write(ChannelHandlerContext ctx, String text) {
        written++;
        var _ = ctx.write(new TextWebSocketFrame(Utf8.write(ctx.alloc(), text)));
    }
}
