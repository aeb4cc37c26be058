package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import java.util.List;
import java.util.regex.Pattern;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;

/// Settings for finding paths, in the library's form. IPv6 and TCP candidates are on, as they are
/// by default.
final class IceConfigurations {
    /// RFC 7064 section 3.1, RFC 7065 section 3.1: a TURN server needs a login.
    private static final Pattern ADDRESS =
            Pattern.compile("(stuns?|turns?):[^\\s/@?]+(\\?transport=(udp|tcp))?");

    private IceConfigurations() {}

    static RTCConfiguration of(IceSettings settings) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        configuration.iceTransportPolicy =
                settings.relayOnly() ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
        settings.servers().stream()
                .filter(IceConfigurations::usable)
                .map(IceConfigurations::server)
                .forEach(configuration.iceServers::add);
        if (settings.minPort() > 0 && settings.minPort() <= settings.maxPort()) {
            configuration.portAllocatorConfig =
                    new PortAllocatorConfig(settings.minPort(), settings.maxPort(), 0);
        }
        return configuration;
    }

    /// What the library would refuse the whole connection for.
    static List<IceServer> unusable(IceSettings settings) {
        return settings.servers().stream().filter(server -> !usable(server)).toList();
    }

    private static boolean usable(IceServer server) {
        return ADDRESS.matcher(server.uri()).matches()
                && (server.uri().startsWith("stun") || server.login().isPresent());
    }

    private static RTCIceServer server(IceServer server) {
        RTCIceServer converted = new RTCIceServer();
        converted.urls.add(server.uri());
        server.login()
                .ifPresent(login -> {
                    converted.username = login.username();
                    converted.password = login.password();
                });
        return converted;
    }
}
