package org.tonewire.app.core.link;

/// Which way a link carries sound, seen from this participant.
public enum Direction {
    SEND,
    RECEIVE
}
