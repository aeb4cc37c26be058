package org.tonewire.signaling.room.event;

/// What one participant says to others. The rooms carry it unread; the dialects know what it is.
public interface RelayedMessage {
    /// About how many characters it takes to keep it for someone who is away.
    int characters();
}
