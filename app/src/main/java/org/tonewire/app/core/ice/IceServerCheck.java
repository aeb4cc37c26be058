package org.tonewire.app.core.ice;

import java.util.Optional;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.signaling.protocol.ice.IceAddress;

/// The result of checking one STUN or TURN server.
public sealed interface IceServerCheck {
    /// @param server as native code gets it: the address in its plain form, a login for TURN alone
    record Usable(IceServer server) implements IceServerCheck {}

    record Refused(IceRefusal why) implements IceServerCheck {}

    /// Checks one server. Pure.
    static IceServerCheck of(IceServer server) {
        return switch (IceAddress.parse(server.uri())) {
            case IceAddress.Refused(var fault) -> new Refused(IceRefusal.of(fault));
            case IceAddress.Parsed(String uri, boolean relay) ->
                    relay
                            ? withLogin(uri, server.login())
                            : new Usable(new IceServer(uri, Optional.empty()));
        };
    }

    /// Why the server cannot be used; empty when it can.
    default Optional<IceRefusal> refusal() {
        return switch (this) {
            case Usable _ -> Optional.empty();
            case Refused(IceRefusal why) -> Optional.of(why);
        };
    }

    private static IceServerCheck withLogin(String uri, Optional<IceServer.Login> login) {
        String username = login.map(IceServer.Login::username).orElse("");
        String password = login.map(IceServer.Login::password).orElse("");
        if (username.isBlank()) {
            return new Refused(IceRefusal.USER_MISSING);
        }
        if (password.isEmpty()) {
            return new Refused(IceRefusal.PASSWORD_MISSING);
        }
        return LoginText.canBeSent(username) && LoginText.canBeSent(password)
                ? new Usable(new IceServer(uri, login))
                : new Refused(IceRefusal.LOGIN);
    }
}
