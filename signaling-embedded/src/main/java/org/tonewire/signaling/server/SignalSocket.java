package org.tonewire.signaling.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.dialect.CloseCode;
import org.tonewire.signaling.dialect.Conversation;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.NativeDialect;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.rate.MessageRate;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.log.ServerLog;

/// One WebSocket: passes text between its conversation and the rooms, and enforces the limits.
/// Owned by the event loop of its channel; effects of the rooms arrive as tasks on that loop.
///
/// `Open --close--> Closing --closed by the client, or timeout--> Closed`. On the way into
/// `Closing` the membership ends or is kept to be resumed.
final class SignalSocket extends SimpleChannelInboundHandler<WebSocketFrame> {
    /// Fired into the pipeline when the join deadline has passed.
    enum Deadline {
        PASSED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SignalSocket.class);
    private static final long CLOSE_TIMEOUT_MILLIS = 2000;

    /// Scripts of other families do not answer a ping while they are busy, so they may miss more of
    /// them.
    private static final long SCRIPT_PING_FACTOR = 4;

    private final ConnectionId connection;
    private final Conversation conversation;
    private final RoomExecutor rooms;
    private final ServerMetrics metrics;
    private final ServerLog log;
    private final HandlerCalls handlerCalls;
    private final SocketLimits limits;
    private final MessageRate rate;
    private final Outbox outbox;
    private final SocketTimer timer = new SocketTimer();
    private final int pingsUntilDead;
    private final long personMillis;
    private long receivedNanos;
    private int unansweredPings;
    private boolean inRoom;
    private boolean attached;
    private boolean closing;
    private boolean deadlineExtended;
    private boolean hasIgnored;

    SignalSocket(ConnectionId connection, Conversation conversation, ServerContext context) {
        ServerLimits limits = context.limits();
        this.connection = connection;
        this.conversation = conversation;
        this.rooms = context.rooms();
        this.metrics = context.http().metrics();
        this.log = context.log();
        this.handlerCalls = context.handlerCalls();
        this.limits = limits.sockets();
        this.rate = limits.sockets().messageRate(System.nanoTime());
        this.outbox =
                new Outbox(
                        limits.sockets().unsentBytes(), limits.times().stuckAfter(), new Sending());
        this.personMillis = limits.times().personDeadline().toMillis();
        long pings = limits.times().deadAfter().dividedBy(limits.times().pingAfter());
        this.pingsUntilDead =
                Math.toIntExact(
                        conversation.family().equals(NativeDialect.FAMILY)
                                ? pings
                                : SCRIPT_PING_FACTOR * pings);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        attached = true;
        log.connected(connection, conversation.family(), ctx.channel().remoteAddress());
        rooms.attach(
                connection,
                (effect, sinceNanos) -> onLoop(ctx, () -> notified(ctx, effect, sinceNanos)));
        perform(ctx, Conversation::opened);
    }

    /// Tells the conversation what happens to the server. Any thread.
    void tell(ChannelHandlerContext ctx, Function<Conversation, List<Step>> what) {
        onLoop(ctx, () -> perform(ctx, what));
    }

    /// Closes with a reason because of a violation or limit. The membership ends.
    void cut(ChannelHandlerContext ctx, CloseCode code, String reason) {
        metrics.countRefusal("close-" + code.number());
        detach(new RoomEvent.ConnectionCut(connection), closedHere(code.number(), reason));
        sendClose(ctx, code.number(), reason);
    }

    /// Counts a frame as it arrives: parts of one message and empty ones, too. Closes when there
    /// are too many.
    ///
    /// @return whether it is to be read
    boolean counts(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame) {
            return true;
        }
        int bytes = frame.content().readableBytes();
        if (!closing && !rate.take(bytes, System.nanoTime()).isZero()) {
            cut(
                    ctx,
                    CloseCode.POLICY,
                    "more than " + limits.messagesPerSecond() + " messages a second");
        }
        return !closing;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        unansweredPings = 0;
        receivedNanos = System.nanoTime();
        if (frame instanceof CloseWebSocketFrame close) {
            closedByClient(ctx, close);
        } else if (closing) {
            return;
        } else if (frame instanceof TextWebSocketFrame text) {
            received(ctx, text);
        } else if (frame instanceof PingWebSocketFrame ping) {
            if (ctx.channel().isWritable()) {
                var _ = ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            }
        } else if (!(frame instanceof PongWebSocketFrame)) {
            cut(ctx, CloseCode.UNSUPPORTED_DATA, "text frames only");
        }
    }

    private void received(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
        Optional<String> text = Utf8.read(frame.content());
        if (text.isPresent()) {
            perform(ctx, open -> open.received(text.get()));
        } else {
            cut(ctx, CloseCode.NOT_UNDERSTOOD, "text is UTF-8");
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == Deadline.PASSED && !inRoom && !closing) {
            joinDeadlinePassed(ctx);
        } else if (event instanceof IdleStateEvent && !closing) {
            idle(ctx);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        outbox.sendWaiting(ctx);
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        detach(new RoomEvent.ConnectionLost(connection), "its connection broke");
        timer.cancel();
        outbox.close();
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case TooLongFrameException _ -> tooBig(ctx);
            case CorruptedWebSocketFrameException broken -> {
                WebSocketCloseStatus status = broken.closeStatus();
                if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
                    tooBig(ctx);
                } else {
                    detach(
                            new RoomEvent.ConnectionCut(connection),
                            closedHere(status.code(), status.reasonText()));
                    sendClose(ctx, status.code(), status.reasonText());
                }
            }
            case IOException _, PrematureChannelClosureException _ -> {
                var _ = ctx.close();
            }
            default -> {
                LOG.warn("a socket failed and is closed", cause);
                var _ = ctx.close();
            }
        }
    }

    private void joinDeadlinePassed(ChannelHandlerContext ctx) {
        if (conversation.waitsForPerson() && !deadlineExtended) {
            deadlineExtended = true;
            var deadline =
                    ctx.executor()
                            .schedule(
                                    () -> userEventTriggered(ctx, Deadline.PASSED),
                                    personMillis,
                                    TimeUnit.MILLISECONDS);
            var _ = ctx.channel().closeFuture().addListener(_ -> deadline.cancel(false));
        } else {
            cut(ctx, CloseCode.POLICY, "not in a room in time");
        }
    }

    private void notified(
            ChannelHandlerContext ctx, RoomEffect.ToConnection effect, long sinceNanos) {
        if (effect instanceof RoomEffect.Deliver deliver
                && deliver.delivery() instanceof Delivery.Welcome) {
            inRoom = true;
        } else if (effect instanceof RoomEffect.Refuse refuse) {
            metrics.countRefusal(refuse.reason().wireName());
        }
        perform(ctx, senderOf(effect), open -> open.notified(effect));
        if (effect instanceof RoomEffect.Deliver deliver
                && deliver.delivery() instanceof Delivery.Relayed) {
            metrics.recordRelay(System.nanoTime() - sinceNanos);
        }
    }

    /// Who sent what the effect delivers.
    private static Optional<ParticipantId> senderOf(RoomEffect.ToConnection effect) {
        return effect instanceof RoomEffect.Deliver(_, _, Delivery.Relayed relayed)
                ? Optional.of(relayed.from().id())
                : Optional.empty();
    }

    private void perform(ChannelHandlerContext ctx, Function<Conversation, List<Step>> call) {
        perform(ctx, Optional.empty(), call);
    }

    /// @param from who sent what is relayed; empty if the steps are about something else
    private void perform(
            ChannelHandlerContext ctx,
            Optional<ParticipantId> from,
            Function<Conversation, List<Step>> call) {
        if (closing) {
            return;
        }
        for (Step step : call.apply(conversation)) {
            switch (step) {
                case Step.Send(String text) -> send(ctx, from, text);
                case Step.Raise(RoomEvent event) -> rooms.submit(event, receivedNanos);
                case Step.Close(CloseCode code, String reason) -> cut(ctx, code, reason);
                case Step.Understood(String type) ->
                        metrics.countMessage(conversation.family(), type);
                case Step.Handle handle -> {
                    metrics.countMessage(conversation.family(), handle.type());
                    handlerCalls.call(connection, handle);
                }
                case Step.Ignore(String why) -> ignored(why);
                case Step.Identified() -> inRoom = true;
                case Step.StartTimer(Duration after) ->
                        timer.start(ctx, after, () -> perform(ctx, Conversation::timerElapsed));
            }
        }
    }

    private void ignored(String why) {
        metrics.countRefusal("not-understood");
        if (!hasIgnored) {
            hasIgnored = true;
            log.ignored(connection, conversation.family(), why);
        }
    }

    /// Sends a text. If the connection has just broken, the text is dropped and the membership is
    /// kept.
    private void send(ChannelHandlerContext ctx, Optional<ParticipantId> from, String text) {
        if (!closing && ctx.channel().isActive()) {
            outbox.send(ctx, from, text);
        }
    }

    private void idle(ChannelHandlerContext ctx) {
        if (unansweredPings >= pingsUntilDead - 1) {
            detach(new RoomEvent.ConnectionLost(connection), "it answers no ping");
            endSending();
            var _ = ctx.close();
        } else {
            unansweredPings++;
            var _ = ctx.writeAndFlush(new PingWebSocketFrame());
        }
    }

    private void closedByClient(ChannelHandlerContext ctx, CloseWebSocketFrame close) {
        int status = close.statusCode();
        boolean meant =
                status == CloseCode.NORMAL.number() || status == CloseCode.GOING_AWAY.number();
        detach(
                meant
                        ? new RoomEvent.ConnectionClosed(connection)
                        : new RoomEvent.ConnectionLost(connection),
                "closed by the client, " + status);
        if (closing) {
            var _ = ctx.close();
        } else {
            endSending();
            var _ =
                    ctx.writeAndFlush(new CloseWebSocketFrame(CloseCode.NORMAL.number(), ""))
                            .addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void tooBig(ChannelHandlerContext ctx) {
        cut(ctx, CloseCode.TOO_BIG, "more than " + limits.messageBytes() + " bytes");
    }

    private void endSending() {
        closing = true;
        outbox.close();
    }

    private static String closedHere(int code, String reason) {
        return "closed by the server, " + code + " " + reason;
    }

    private void detach(RoomEvent departure, String why) {
        if (attached) {
            attached = false;
            log.disconnected(connection, conversation.family(), why);
            rooms.detach(connection, departure);
        }
    }

    /// Sends a close frame. The channel is closed by the close frame of the client or after a
    /// timeout: closing it immediately could lose the frame.
    private void sendClose(ChannelHandlerContext ctx, int code, String reason) {
        if (closing) {
            return;
        }
        endSending();
        var _ = ctx.writeAndFlush(new CloseWebSocketFrame(code, reason));
        var _ =
                ctx.executor()
                        .schedule(
                                () -> {
                                    var _ = ctx.close();
                                },
                                CLOSE_TIMEOUT_MILLIS,
                                TimeUnit.MILLISECONDS);
    }

    private static void onLoop(ChannelHandlerContext ctx, Runnable task) {
        try {
            ctx.executor().execute(task);
        } catch (RejectedExecutionException _) {
            LOG.debug("a socket's thread has ended");
        }
    }

    private final class Sending implements Outbox.Owner {
        @Override
        public void dropped() {
            metrics.countRefusal("not-taken");
        }

        @Override
        public void tooSlow(ChannelHandlerContext ctx) {
            LOG.info("a client does not take what is sent and is cut off");
            cut(ctx, CloseCode.TRY_AGAIN_LATER, "too-slow");
        }
    }
}
