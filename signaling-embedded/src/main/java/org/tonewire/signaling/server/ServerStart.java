package org.tonewire.signaling.server;

import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.server.StartOutcome.Reason;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.signaling.tls.ServerIdentity;

/// Starts a server, and classifies the failure if it does not start.
final class ServerStart {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

    private ServerStart() {}

    static StartOutcome start(SignalingServerConfig config) {
        try {
            Optional<ServerIdentity> identity = ServerIdentity.load(config.tls());
            return start(config, identity, sslContext(identity));
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

    private static StartOutcome start(
            SignalingServerConfig config,
            Optional<ServerIdentity> identity,
            Optional<SslContext> tls)
            throws SQLException {
        ServerContext context = ServerAssembly.context(config, tls);
        ServerSockets sockets =
                new ServerSockets(
                        context.background().threads().io(), context.connections().channels());
        SignalingServer server =
                new SignalingServer(context, sockets, identity.map(ServerIdentity::fingerprint));
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
        return new StartOutcome.Started(server);
    }

    private static Optional<SslContext> sslContext(Optional<ServerIdentity> identity)
            throws SSLException {
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        X509Certificate[] chain = identity.get().chain().toArray(new X509Certificate[0]);
        return Optional.of(
                SslContextBuilder.forServer(identity.get().key(), chain)
                        .sslProvider(SslProvider.JDK)
                        .protocols("TLSv1.3", "TLSv1.2")
                        .build());
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
