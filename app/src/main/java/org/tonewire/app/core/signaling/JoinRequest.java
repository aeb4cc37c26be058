package org.tonewire.app.core.signaling;

import org.tonewire.app.core.invite.Invite;
import org.tonewire.signaling.protocol.ParticipantName;

/// A request to join a room.
public record JoinRequest(Invite invite, ParticipantName name) {}
