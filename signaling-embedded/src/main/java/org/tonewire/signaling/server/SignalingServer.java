package org.tonewire.signaling.server;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tonewire.signaling.cluster.redis.RedisCluster;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;
import org.tonewire.signaling.server.limit.BoundedThread;
import org.tonewire.signaling.tls.CertificateFingerprint;

/// A running signaling server. Thread-safe, but must not be called on its own threads. They are
/// daemons.
public final class SignalingServer implements AutoCloseable {
    private final ServerContext context;
    private final ServerSockets sockets;
    private final ServerReload reload;
    private final AtomicBoolean closed = new AtomicBoolean();

    SignalingServer(ServerContext context, ServerSockets sockets, ServerReload reload) {
        this.context = context;
        this.sockets = sockets;
        this.reload = reload;
    }

    /// Binds all listeners of the configuration, or none. Blocks meanwhile.
    public static StartOutcome start(SignalingServerConfig config) {
        return ServerStart.start(config);
    }

    /// Opens a room that stays until the server closes, empty or not. Blocks until the rooms
    /// answer. False if it exists with another access key.
    public boolean openRoom(RoomName name, AccessKey accessKey, Visibility visibility) {
        return await(context.rooms().query(rooms -> rooms.open(name, accessKey, visibility)));
    }

    /// Lets guests enter a room that was opened by [#openRoom]: whoever proves this key listens.
    /// The key before admits nobody any more; its guests stay. Returns at once; does nothing if
    /// there is no such room.
    public void admitGuests(RoomName name, AccessKey guestKey) {
        var _ = context.rooms().query(rooms -> rooms.admitGuests(name, guestKey));
    }

    /// Gives a room that was opened by [#openRoom] another access key, from the next entry on. Its
    /// participants are disconnected with close code 4002 and enter again by the new key; their
    /// places are kept for 10 s. Guests are out until [#admitGuests]. Returns at once; does nothing
    /// if there is no such room.
    public void changeKey(RoomName name, AccessKey accessKey) {
        context.rooms().raise(new RoomEvent.ChangeKey(name, accessKey));
    }

    /// Takes the certificate, the access rules, the limits and the STUN and TURN servers of another
    /// configuration, and nothing else of it. New connections and requests follow it; those that
    /// exist stay as they are, and so do rooms; but members are told of other STUN and TURN
    /// servers. Reads the files of the certificate. A certificate from files is also read again
    /// when they change.
    ///
    /// @return the file because of which the certificate stays as it was, or an empty text; empty
    ///   if it is the wanted one
    public Optional<String> reload(SignalingServerConfig changed) {
        Optional<String> problem = reload.apply(changed, changed.roomLimits());
        sockets.settingsChanged();
        return problem;
    }

    /// The port of the first listener.
    public int port() {
        return ports().getFirst();
    }

    /// The bound ports, in the order of the configuration.
    public List<Integer> ports() {
        return sockets.listening().stream().map(SignalingServer::portOf).toList();
    }

    /// The fingerprint of the present certificate, which clients may pin; empty if the server
    /// speaks plain text only.
    public Optional<CertificateFingerprint> certificateFingerprint() {
        return context.settings().values().tls().map(ServerTls::fingerprint);
    }

    /// Stops accepting clients, informs those that are connected, and ends all threads. Blocks for
    /// some seconds at most. Idempotent.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            reload.close();
            Optional<RedisCluster> cluster = context.background().cluster();
            cluster.ifPresent(shared -> BoundedThread.runSafely(shared::handOver));
            sockets.close();
            cluster.ifPresent(shared -> BoundedThread.runSafely(shared::leave));
            context.background()
                    .keeper()
                    .ifPresent(keeper -> BoundedThread.runSafely(keeper::close));
            context.background().threads().close();
            context.background().closing().forEach(part -> BoundedThread.runSafely(part::close));
        }
    }

    private static int portOf(Channel channel) {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rooms answered", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the rooms failed to answer", e);
        }
    }
}
