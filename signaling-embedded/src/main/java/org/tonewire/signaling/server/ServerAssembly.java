package org.tonewire.signaling.server;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.tonewire.signaling.cluster.redis.RedisCluster;
import org.tonewire.signaling.dialect.Dialect;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.dialect.NativeDialect;
import org.tonewire.signaling.dialect.family.EnvelopeDialect;
import org.tonewire.signaling.dialect.family.LoginDialect;
import org.tonewire.signaling.dialect.family.PathDialect;
import org.tonewire.signaling.dialect.family.RegisterDialect;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.ClusterHealth;
import org.tonewire.signaling.server.http.ConfigRoute;
import org.tonewire.signaling.server.http.IceRoute;
import org.tonewire.signaling.server.http.ListenRoutes;
import org.tonewire.signaling.server.http.MetricsRoute;
import org.tonewire.signaling.server.http.PathRoutes;
import org.tonewire.signaling.server.http.RoomRoutes;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.hub.Hub;
import org.tonewire.signaling.server.hub.MessagesRoute;
import org.tonewire.signaling.server.hub.OfferRoutes;
import org.tonewire.signaling.server.hub.SqliteMessages;
import org.tonewire.signaling.server.hub.Taps;
import org.tonewire.signaling.server.keep.KeptRoomsFile;
import org.tonewire.signaling.server.keep.RoomKeeper;
import org.tonewire.signaling.server.limit.SocketCount;
import org.tonewire.signaling.server.log.ServerLog;

/// Constructs the parts of a server. Used once, by the thread that starts the server.
final class ServerAssembly {
    private final SignalingServerConfig config;
    private final Optional<RedisCluster> cluster;
    private final LiveSettings settings;
    private final ServerMetrics metrics = new ServerMetrics();
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final AtomicInteger tlsPort = new AtomicInteger();

    private ServerAssembly(
            SignalingServerConfig config, Optional<ServerTls> tls, Optional<RedisCluster> cluster) {
        this.config = config;
        this.cluster = cluster;
        this.settings =
                new LiveSettings(
                        new LiveSettings.Values(
                                config.features().access(),
                                config.limits(),
                                config.features().ice(),
                                tls));
    }

    static ServerContext context(
            SignalingServerConfig config, Optional<ServerTls> tls, Optional<RedisCluster> cluster)
            throws SQLException {
        return new ServerAssembly(config, tls, cluster).assemble();
    }

    private ServerContext assemble() throws SQLException {
        Optional<SqliteMessages> store = store();
        ServerLog log =
                switch (config.roomOpening()) {
                    case BY_CLIENTS -> ServerLog.standalone();
                    case BY_HOST_ONLY -> ServerLog.embedded();
                };
        SecureRandom random = new SecureRandom();
        RandomIds ids = new RandomIds(random);
        ServerContext.Connections connections =
                new ServerContext.Connections(
                        new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE),
                        new SocketCount(),
                        newConnections());
        ServerThreads threads = ServerThreads.start();
        RoomExecutor rooms =
                new RoomExecutor(
                        threads.rooms(),
                        new Rooms(config.roomLimits(), ids),
                        connections::nextConnection,
                        log);
        measure(connections, rooms);
        Optional<RoomKeeper> keeper =
                config.features().rooms().file().map(file -> keeper(file, rooms));
        HandlerCalls calls = new HandlerCalls(config.features().handlers(), rooms, metrics);
        closing.add(calls);
        List<Route> routes = routes(rooms, store, ids);
        store.ifPresent(closing::add);
        closing.add(metrics);
        cluster.ifPresent(shared -> share(rooms, shared));
        return new ServerContext(
                rooms,
                dialects(random, ids),
                settings,
                new ServerContext.HttpSide(routes, metrics, tlsPort),
                new ServerContext.Background(threads, calls, keeper, cluster, closing),
                connections,
                log);
    }

    private void measure(ServerContext.Connections connections, RoomExecutor rooms) {
        metrics.gauge("tonewire.sockets", "Open connections", connections.channels()::size);
        metrics.gauge("tonewire.rooms", "Rooms", rooms::count);
        metrics.gauge("tonewire.rooms.kept", "Rooms that stay without members", rooms::kept);
    }

    private Supplier<ConnectionId> newConnections() {
        AtomicLong last = new AtomicLong();
        return cluster.<Supplier<ConnectionId>>map(shared -> shared::nextConnection)
                .orElse(() -> new ConnectionId(last.incrementAndGet()));
    }

    private void share(RoomExecutor rooms, RedisCluster shared) {
        rooms.join(shared);
        closing.add(shared);
        metrics.register(shared.stats());
    }

    private static RoomKeeper keeper(Path path, RoomExecutor rooms) {
        KeptRoomsFile file = new KeptRoomsFile(path, InstantSource.system());
        RoomKeeper keeper = new RoomKeeper(file, () -> rooms.query(Rooms::kept));
        rooms.restore(file::load, keeper::changed);
        return keeper;
    }

    private Optional<SqliteMessages> store() throws SQLException {
        return config.features().texts().store().isPresent()
                ? Optional.of(SqliteMessages.open(config.features().texts().store().get()))
                : Optional.empty();
    }

    private List<Route> routes(RoomExecutor rooms, Optional<SqliteMessages> store, RandomIds ids) {
        Supplier<Access> access = () -> settings.values().access();
        List<Route> routes = new ArrayList<>();
        store.ifPresent(messages -> routes.add(new MessagesRoute(messages, access)));
        routes.add(new IceRoute(this::ice, access, ids::nextText, InstantSource.system()));
        routes.add(new RoomRoutes(rooms, access, health()));
        routes.add(new ListenRoutes());
        routes.add(new PathRoutes(rooms, access));
        routes.add(new OfferRoutes(hub(rooms, store), rooms, access));
        routes.add(new ConfigRoute(tlsPort::get, access));
        routes.add(new MetricsRoute(metrics::text));
        return routes;
    }

    private Supplier<String> health() {
        return cluster.<Supplier<String>>map(shared -> new ClusterHealth(shared.stats()))
                .orElse(() -> "{\"status\":\"healthy\"}");
    }

    private IceService ice() {
        return settings.values().ice();
    }

    private Optional<Hub> hub(RoomExecutor rooms, Optional<SqliteMessages> store) {
        List<MessageTap> taps = new ArrayList<>(config.features().texts().taps());
        store.ifPresent(taps::add);
        Taps all = new Taps(taps.isEmpty() ? List.of(Taps.logging()) : taps);
        Optional<Hub> hub = config.features().offers().map(links -> new Hub(links, rooms, all));
        hub.ifPresent(closing::add);
        closing.add(all);
        return hub;
    }

    private Dialects dialects(SecureRandom random, RandomIds ids) {
        Dialects more = config.features().dialects();
        List<Dialect.AtPath> atPaths = new ArrayList<>(more.atPaths());
        atPaths.add(new NativeDialect(random, this::ice, InstantSource.system()));
        atPaths.add(new PathDialect());
        List<Dialect.ByFirstFrame> byFirstFrame = new ArrayList<>(more.byFirstFrame());
        byFirstFrame.add(new EnvelopeDialect(ids::nextNumber));
        byFirstFrame.add(new LoginDialect());
        byFirstFrame.add(new RegisterDialect());
        return new Dialects(atPaths, byFirstFrame);
    }
}
