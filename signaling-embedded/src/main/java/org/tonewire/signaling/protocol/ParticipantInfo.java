package org.tonewire.signaling.protocol;

/// What a room tells its members about one of them.
public record ParticipantInfo(ParticipantId id, ParticipantName name) {}
