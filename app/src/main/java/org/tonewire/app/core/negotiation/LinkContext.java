package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.link.IceReader;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.loop.SessionLoop;

/// What every link of a session shares.
///
/// @param mail sends and checks sealed messages by the signaling server
public record LinkContext(
        SessionLoop loop, PeerLinks links, IceReader ice, SealedMail mail, ControlCodec control) {}
