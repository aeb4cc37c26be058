package org.tonewire.app.rtc;

import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import org.tonewire.app.core.ice.IceCheck;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;

/// Converts ICE settings to the library's form. IPv6 and TCP candidates stay enabled, as by
/// default. The library ends the process at a server or a login that it does not understand, so
/// they are checked here once more; unusable ones are left out without a message.
final class IceConfigurations {
    private IceConfigurations() {}

    static RTCConfiguration of(IceSettings settings) {
        IceSettings usable = IceCheck.of(settings).usable();
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        configuration.iceTransportPolicy =
                usable.relayOnly() ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
        usable.servers().stream()
                .map(IceConfigurations::server)
                .forEach(configuration.iceServers::add);
        if (usable.minPort() > 0) {
            configuration.portAllocatorConfig =
                    new PortAllocatorConfig(usable.minPort(), usable.maxPort(), 0);
        }
        return configuration;
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
