package org.tonewire.app.cli.network;

import org.tonewire.signaling.protocol.IpNetwork;
import picocli.CommandLine;

/// Parses a network of addresses.
public final class NetworkConverter implements CommandLine.ITypeConverter<IpNetwork> {
    @Override
    public IpNetwork convert(String value) {
        return IpNetwork.parse(value)
                .orElseThrow(() ->
                        new CommandLine.TypeConversionException(
                                "“"
                                        + value
                                        + "”: a network is an address, as in 127.0.0.1 or ::1, or"
                                        + " ends with the number of its bits, as in 10.0.0.0/8"));
    }
}
