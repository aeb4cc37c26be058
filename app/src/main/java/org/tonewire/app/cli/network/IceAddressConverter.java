package org.tonewire.app.cli.network;

import java.util.regex.Pattern;
import org.tonewire.signaling.protocol.ice.IceAddress;
import picocli.CommandLine;

/// Parses the address of a STUN or TURN server. What may be a password is not shown.
final class IceAddressConverter implements CommandLine.ITypeConverter<IceAddress.Parsed> {
    /// As other programs write a login: `turn:ada:lovelace@turn.example.org`.
    private static final Pattern LOGIN = Pattern.compile("^([A-Za-z]{1,8}:)?.*@");

    @Override
    public IceAddress.Parsed convert(String value) {
        return switch (IceAddress.parse(value)) {
            case IceAddress.Parsed usable -> usable;
            case IceAddress.Refused(var why) ->
                    throw new CommandLine.TypeConversionException(
                            "“" + shown(value) + "”: " + text(why));
        };
    }

    private static String shown(String value) {
        return LOGIN.matcher(value).replaceFirst("$1…@");
    }

    private static String text(IceAddress.Fault why) {
        return switch (why) {
            case SCHEME ->
                    "an address begins with turn:, turns:, stun: or stuns:, as in"
                            + " turn:turn.example.org:3478";
            case HOST -> "it has no host that clients could find, as in turn:turn.example.org:3478";
            case PORT -> "a port is from 1 to 65535";
            case TRANSPORT ->
                    "after the port, a TURN server may have ?transport=udp or ?transport=tcp, a"
                            + " STUN server nothing";
        };
    }
}
