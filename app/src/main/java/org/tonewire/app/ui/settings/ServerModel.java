package org.tonewire.app.ui.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonewire.app.core.link.IceServer;

/// A STUN or TURN server as it is being edited. FX thread.
final class ServerModel {
    private static final Pattern STUN = Pattern.compile("stuns?:[^\\s@/?]+(:\\d{1,5})?");
    private static final Pattern TURN =
            Pattern.compile("turns?:[^\\s@/?]+(:\\d{1,5})?(\\?transport=(udp|tcp))?");

    private final StringProperty uri;
    private final StringProperty username;
    private final StringProperty password;

    ServerModel(IceServer server) {
        this.uri = new SimpleStringProperty(server.uri());
        this.username =
                new SimpleStringProperty(server.login().map(IceServer.Login::username).orElse(""));
        this.password =
                new SimpleStringProperty(server.login().map(IceServer.Login::password).orElse(""));
    }

    StringProperty uri() {
        return uri;
    }

    StringProperty username() {
        return username;
    }

    StringProperty password() {
        return password;
    }

    /// What is entered, where it is a whole server.
    Optional<IceServer> server() {
        if (!isAddress(uri.get())) {
            return Optional.empty();
        }
        Optional<IceServer.Login> login =
                username.get().isBlank()
                        ? Optional.empty()
                        : Optional.of(new IceServer.Login(username.get().strip(), password.get()));
        return Optional.of(new IceServer(uri.get().strip(), login));
    }

    /// RFC 7064 and RFC 7065 addresses.
    static boolean isAddress(String text) {
        String address = text.strip();
        return STUN.matcher(address).matches() || TURN.matcher(address).matches();
    }
}
