package org.tonewire.signaling.server;

import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.cluster.redis.RedisCluster;
import org.tonewire.signaling.cluster.redis.RedisConfig;
import org.tonewire.signaling.server.StartOutcome.Reason;
import org.tonewire.signaling.tls.IdentityException;

/// Starts a server, and classifies the failure if it does not start.
final class ServerStart {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

    private ServerStart() {}

    static StartOutcome start(SignalingServerConfig config) {
        try {
            Optional<ServerTls> tls = ServerTls.load(config.tls());
            Optional<RedisConfig> shared = config.features().rooms().cluster();
            if (shared.isEmpty()) {
                return start(config, tls, Optional.empty());
            }
            return switch (RedisCluster.open(shared.get())) {
                case RedisCluster.Opening.Opened(RedisCluster cluster) ->
                        start(config, tls, Optional.of(cluster));
                case RedisCluster.Opening.Failed(var fault, String subject) ->
                        new StartOutcome.Failed(reason(fault), subject);
            };
        } catch (SQLException e) {
            LOG.warn("the file of messages cannot be used: {}", e.toString());
            String file = config.features().texts().store().map(Path::toString).orElse("");
            return new StartOutcome.Failed(Reason.MESSAGES_UNUSABLE, file);
        } catch (IdentityException e) {
            LOG.warn("{}", e.getMessage());
            return new StartOutcome.Failed(Reason.CERTIFICATE_UNUSABLE, e.file().toString());
        } catch (SSLException e) {
            LOG.warn("the certificate cannot be used: {}", e.toString());
            return new StartOutcome.Failed(Reason.CERTIFICATE_UNUSABLE, "");
        }
    }

    private static Reason reason(RedisCluster.Fault fault) {
        return switch (fault) {
            case UNREACHABLE -> Reason.REDIS_UNREACHABLE;
            case REFUSED -> Reason.REDIS_REFUSED;
            case TOO_OLD -> Reason.REDIS_TOO_OLD;
            case ID_TAKEN -> Reason.NODE_ID_TAKEN;
        };
    }

    private static StartOutcome start(
            SignalingServerConfig config, Optional<ServerTls> tls, Optional<RedisCluster> cluster)
            throws SQLException {
        ServerContext context;
        try {
            context = ServerAssembly.context(config, tls, cluster);
        } catch (SQLException e) {
            cluster.ifPresent(RedisCluster::close);
            throw e;
        }
        ServerSockets sockets =
                new ServerSockets(
                        context.background().threads().io(), context.connections().channels());
        ServerReload reload = new ServerReload(context.settings(), context.rooms(), config.tls());
        SignalingServer server = new SignalingServer(context, sockets, reload);
        for (Listener listener : config.listeners()) {
            InetSocketAddress address = new InetSocketAddress(config.host(), listener.port());
            ChannelFuture bound =
                    sockets.bind(address, new ConnectionSetup(context, listener.transport()));
            if (!bound.isSuccess()) {
                server.close();
                return failed(address, bound.cause());
            }
            LOG.info("listening at {}, {}", bound.channel().localAddress(), listener.transport());
            if (listener.transport() == Listener.Transport.TLS
                    && bound.channel().localAddress() instanceof InetSocketAddress local) {
                var _ = context.http().tlsPort().compareAndSet(0, local.getPort());
            }
        }
        reload.watchFiles();
        return new StartOutcome.Started(server);
    }

    private static StartOutcome failed(InetSocketAddress address, Throwable cause) {
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String host = address.getHostString();
        String port = String.valueOf(address.getPort());
        LOG.info("cannot listen at {}, port {}: {}", host, port, cause.toString());
        if (cause instanceof UnresolvedAddressException || address.isUnresolved()) {
            return new StartOutcome.Failed(Reason.ADDRESS_NOT_AVAILABLE, host);
        }
        if (cause instanceof IOException && text.contains("in use")) {
            return new StartOutcome.Failed(Reason.PORT_IN_USE, port);
        }
        if (cause instanceof IOException && text.contains("permission")) {
            return new StartOutcome.Failed(Reason.PORT_NOT_PERMITTED, port);
        }
        if (cause instanceof IOException && text.contains("assign requested")) {
            return new StartOutcome.Failed(Reason.ADDRESS_NOT_AVAILABLE, host);
        }
        return new StartOutcome.Failed(
                Reason.OTHER, (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
