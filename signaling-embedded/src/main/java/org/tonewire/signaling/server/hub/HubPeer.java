package org.tonewire.signaling.server.hub;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// A client whose data channel ends at the server.
record HubPeer(RoomName room, ParticipantId id) {}
