package org.tonewire.signaling.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;

/// Messages that wait for one receiver, in order and within limits. Who sends more than its share
/// loses it, and nobody else: where the limits are exceeded, the newest messages of the sender that
/// takes up most are dropped. One thread at a time.
///
/// @param <M> a message
public final class FairQueue<M> {
    /// What one message takes up beside its text.
    private static final int OVERHEAD_BYTES = 64;

    private final int maxMessages;
    private final int maxBytes;
    private final Deque<Waiting<M>> waiting = new ArrayDeque<>();

    /// What each sender takes up, of both limits.
    private final Map<ParticipantId, Long> shares = new HashMap<>();

    private long bytes;

    private record Waiting<M>(Optional<ParticipantId> from, int bytes, M message) {}

    public FairQueue(int maxMessages, int maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /// Adds the newest message.
    ///
    /// @param from whose share it is part of; empty if it must not be dropped
    /// @param textBytes its length
    /// @return the messages that were dropped for it; it may be one of them
    public List<M> add(Optional<ParticipantId> from, int textBytes, M message) {
        Waiting<M> added = new Waiting<>(from, OVERHEAD_BYTES + textBytes, message);
        waiting.add(added);
        bytes += added.bytes();
        from.ifPresent(sender -> shares.merge(sender, sizeOf(added), Long::sum));
        List<M> dropped = new ArrayList<>();
        while (isOverfull() && !shares.isEmpty()) {
            dropped.add(dropNewestOfGreatest());
        }
        return dropped;
    }

    /// Takes the oldest message.
    public Optional<M> poll() {
        Optional<Waiting<M>> oldest = Optional.ofNullable(waiting.poll());
        oldest.ifPresent(this::subtract);
        return oldest.map(Waiting::message);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Whether what must not be dropped exceeds the limits.
    public boolean isOverfull() {
        return waiting.size() > maxMessages || bytes > maxBytes;
    }

    /// The messages, oldest first.
    List<M> messages() {
        return waiting.stream().map(Waiting::message).toList();
    }

    private M dropNewestOfGreatest() {
        long greatest = Collections.max(shares.values());
        Iterator<Waiting<M>> newestFirst = waiting.descendingIterator();
        Waiting<M> newest = newestFirst.next();
        while (shareOf(newest.from()) < greatest) {
            newest = newestFirst.next();
        }
        newestFirst.remove();
        subtract(newest);
        return newest.message();
    }

    private void subtract(Waiting<M> gone) {
        bytes -= gone.bytes();
        gone.from()
                .ifPresent(sender ->
                        shares.computeIfPresent(
                                sender,
                                (_, share) -> {
                                    long rest = share - sizeOf(gone);
                                    return rest == 0 ? null : rest;
                                }));
    }

    private long shareOf(Optional<ParticipantId> sender) {
        return sender.map(id -> shares.getOrDefault(id, 0L)).orElse(0L);
    }

    private long sizeOf(Waiting<M> message) {
        return (long) maxBytes / Math.max(1, maxMessages) + message.bytes();
    }
}
