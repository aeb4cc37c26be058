package org.tonewire.app.core.session;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.Sessions;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingChannel;

/// Begins sessions that use this computer's sound, its network and its files. Any thread.
public final class LiveSessions implements Sessions {
    private final LocalAudio audio;
    private final RecorderOpener recorders;
    private final Supplier<SignalingChannel> channels;
    private final Function<Executor, PeerLinks> linksOnThread;
    private final ControlCodec control;
    private final Supplier<IceSettings> ice;

    /// @param channels makes a session's channel to the signaling server
    /// @param linksOnThread makes a session's links, on its thread; the executor runs tasks there
    /// @param ice read whenever a link is made
    public LiveSessions(
            LocalAudio audio,
            RecorderOpener recorders,
            Supplier<SignalingChannel> channels,
            Function<Executor, PeerLinks> linksOnThread,
            ControlCodec control,
            Supplier<IceSettings> ice) {
        this.audio = audio;
        this.recorders = recorders;
        this.channels = channels;
        this.linksOnThread = linksOnThread;
        this.control = control;
        this.ice = ice;
    }

    @Override
    public LiveSession join(
            JoinRequest request, OutputChoice output, Consumer<SessionEvent> listener) {
        EventLoop thread = new EventLoop("session");
        LiveSession session = joinOn(thread, request, output, listener);
        thread.start();
        return session;
    }

    /// The same on a given loop, whose thread the caller starts.
    public LiveSession joinOn(
            SessionLoop loop,
            JoinRequest request,
            OutputChoice output,
            Consumer<SessionEvent> listener) {
        SessionNetwork network =
                new SessionNetwork(loop, request, channels, linksOnThread, control, ice);
        LiveSession session = new LiveSession(loop, network, audio, recorders, output);
        session.begin(listener);
        return session;
    }
}
