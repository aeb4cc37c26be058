package org.tonewire.app.ui.settings;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.tonewire.app.core.ice.IceRefusal;
import org.tonewire.app.core.ice.IceServerCheck;
import org.tonewire.app.core.link.IceServer;

/// A STUN or TURN server being edited. FX thread.
final class ServerModel {
    private final IceServer original;
    private final StringProperty uri;
    private final StringProperty username;
    private final StringProperty password;
    private final ObservableValue<Optional<IceRefusal>> refusal;

    ServerModel(IceServer server) {
        this.original = server;
        this.uri = new SimpleStringProperty(server.uri());
        this.username =
                new SimpleStringProperty(server.login().map(IceServer.Login::username).orElse(""));
        this.password =
                new SimpleStringProperty(server.login().map(IceServer.Login::password).orElse(""));
        this.refusal = Bindings.createObjectBinding(this::check, uri, username, password);
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

    /// Why the entry cannot be used; empty for a row without an address, which is new.
    ObservableValue<Optional<IceRefusal>> refusal() {
        return refusal;
    }

    /// The entry, if it can be used; also an unusable entry from the settings file, as long as it
    /// is not edited, so that it is not lost.
    Optional<IceServer> server() {
        IceServer entered = entered();
        boolean usable = IceServerCheck.of(entered).refusal().isEmpty();
        return usable || isOriginal() ? Optional.of(entered) : Optional.empty();
    }

    private Optional<IceRefusal> check() {
        return uri.get().isBlank() ? Optional.empty() : IceServerCheck.of(entered()).refusal();
    }

    private boolean isOriginal() {
        return !original.uri().isBlank() && entered().equals(original);
    }

    private IceServer entered() {
        boolean login = !username.get().isBlank() || !password.get().isEmpty();
        return new IceServer(
                uri.get().strip(),
                login
                        ? Optional.of(new IceServer.Login(username.get().strip(), password.get()))
                        : Optional.empty());
    }
}
