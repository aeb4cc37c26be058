package org.tonewire.app.core.session;

import java.util.function.Supplier;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.signaling.SignalingChannel;

/// All adapters that a session uses, made once for all sessions. Handed on whole to the controller
/// of each, which asks for them one after the other as the session begins.
///
/// @param ice read whenever a link is made
public record SessionParts(
        MediaParts media,
        Supplier<SignalingChannel> signaling,
        ControlCodec control,
        Supplier<IceSettings> ice) {}
