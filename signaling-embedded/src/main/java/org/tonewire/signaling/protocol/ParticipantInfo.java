package org.tonewire.signaling.protocol;

/// What the other members of a room learn about a participant.
public record ParticipantInfo(ParticipantId id, ParticipantName name) {}
