package org.tonewire.app.cli.network;

import java.util.Locale;
import org.tonewire.app.core.host.ServerRequest.ListenPort;
import picocli.CommandLine;

/// Parses a port to listen at: `8000`, or `wss:8765` for TLS only.
public final class PortConverter implements CommandLine.ITypeConverter<ListenPort> {
    private static final int MAX_PORT = 65_535;

    @Override
    public ListenPort convert(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        boolean tls = lower.startsWith("wss:");
        try {
            int port = Integer.parseInt(tls ? lower.substring(4) : lower);
            if (port >= 0 && port <= MAX_PORT) {
                return new ListenPort(port, tls);
            }
        } catch (NumberFormatException _) {
            throw new CommandLine.TypeConversionException(
                    "a port is a number, or wss: and a number");
        }
        throw new CommandLine.TypeConversionException("a port is between 0 and 65535");
    }
}
