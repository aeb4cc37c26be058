package org.tonewire.signaling.server;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.signaling.dialect.Dialect;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.dialect.NativeDialect;
import org.tonewire.signaling.dialect.family.EnvelopeDialect;
import org.tonewire.signaling.dialect.family.LoginDialect;
import org.tonewire.signaling.dialect.family.PathDialect;
import org.tonewire.signaling.dialect.family.RegisterDialect;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.ConfigRoute;
import org.tonewire.signaling.server.http.MetricsRoute;
import org.tonewire.signaling.server.http.PathRoutes;
import org.tonewire.signaling.server.http.RoomRoutes;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.hub.Hub;
import org.tonewire.signaling.server.hub.MessagesRoute;
import org.tonewire.signaling.server.hub.OfferRoutes;
import org.tonewire.signaling.server.hub.SqliteMessages;
import org.tonewire.signaling.server.hub.Taps;
import org.tonewire.signaling.server.limit.SocketCount;

/// Constructs the parts of a server. Used once, by the thread that starts the server.
final class ServerAssembly {
    private final SignalingServerConfig config;
    private final ServerMetrics metrics = new ServerMetrics();
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final AtomicInteger tlsPort = new AtomicInteger();

    private ServerAssembly(SignalingServerConfig config) {
        this.config = config;
    }

    static ServerContext context(SignalingServerConfig config, Optional<SslContext> tls)
            throws SQLException {
        return new ServerAssembly(config).assemble(tls);
    }

    private ServerContext assemble(Optional<SslContext> tls) throws SQLException {
        Optional<SqliteMessages> store = store();
        SecureRandom random = new SecureRandom();
        RandomIds ids = new RandomIds(random);
        ServerContext.Connections connections =
                new ServerContext.Connections(
                        new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE),
                        new SocketCount(config.limits().sockets()),
                        new AtomicLong());
        ServerThreads threads = ServerThreads.start();
        RoomExecutor rooms =
                new RoomExecutor(
                        threads.rooms(), new Rooms(roomLimits(), ids), connections::nextConnection);
        metrics.gauge("tonewire.sockets", "Open connections", connections.channels()::size);
        metrics.gauge("tonewire.rooms", "Rooms", rooms::count);
        HandlerCalls calls = new HandlerCalls(config.features().handlers(), rooms, metrics);
        closing.add(calls);
        List<Route> routes = routes(rooms, store);
        store.ifPresent(closing::add);
        closing.add(metrics);
        return new ServerContext(
                rooms,
                dialects(random, ids),
                config.limits(),
                tls,
                new ServerContext.HttpSide(config.features().access(), routes, metrics, tlsPort),
                new ServerContext.Background(threads, calls, closing),
                connections);
    }

    private RoomLimits roomLimits() {
        return switch (config.roomOpening()) {
            case BY_CLIENTS -> config.limits().rooms();
            case BY_HOST_ONLY -> config.limits().rooms().withMaxRooms(0);
        };
    }

    private Optional<SqliteMessages> store() throws SQLException {
        return config.features().texts().store().isPresent()
                ? Optional.of(SqliteMessages.open(config.features().texts().store().get()))
                : Optional.empty();
    }

    private List<Route> routes(RoomExecutor rooms, Optional<SqliteMessages> store) {
        Access access = config.features().access();
        List<Route> routes = new ArrayList<>();
        store.ifPresent(messages -> routes.add(new MessagesRoute(messages, access)));
        routes.add(new RoomRoutes(rooms, access));
        routes.add(new PathRoutes(rooms, access));
        routes.add(new OfferRoutes(hub(rooms, store), rooms, access));
        routes.add(new ConfigRoute(tlsPort::get));
        routes.add(new MetricsRoute(metrics::text));
        return routes;
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
        atPaths.add(new NativeDialect(random));
        atPaths.add(new PathDialect());
        List<Dialect.ByFirstFrame> byFirstFrame = new ArrayList<>(more.byFirstFrame());
        byFirstFrame.add(new EnvelopeDialect(ids::nextNumber));
        byFirstFrame.add(new LoginDialect());
        byFirstFrame.add(new RegisterDialect());
        return new Dialects(atPaths, byFirstFrame);
    }
}
