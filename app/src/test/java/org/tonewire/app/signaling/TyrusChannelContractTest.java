package org.tonewire.app.signaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.signaling.protocol.RoomName;

/// The channel of the program, over real sockets to the real server.
class TyrusChannelContractTest extends SignalingChannelContract {
    @TempDir Path folder;

    private final List<Client> clients = new ArrayList<>();
    private final List<FragileWire> wires = new ArrayList<>();
    private @Nullable RoomServer started;

    @AfterEach
    void close() throws IOException {
        clients.forEach(Client::close);
        for (FragileWire wire : wires) {
            wire.close();
        }
        if (started != null) {
            started.close();
        }
    }

    /// Each by a wire of its own.
    @Override
    Member join(String name) {
        try {
            FragileWire wire = FragileWire.to(server().port());
            wires.add(wire);
            return member(server().inviteBy(wire.port()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Member joinNowhere(String name) {
        Invite studio = server().invite();
        return member(
                new Invite(
                        studio.host(),
                        studio.port(),
                        new RoomName("attic"),
                        studio.secret(),
                        studio.pin()),
                name);
    }

    @Override
    void breakNewest() {
        try {
            wires.getLast().cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server().noticesLossOrResumption(clients.size() - 1, clients.getLast().events()::isInRoom);
    }

    @Override
    void mendNewest() {
        // It tries again by itself.
    }

    @Override
    void letServerWork() {
        // It has threads of its own.
    }

    private Member member(Invite invite, String name) {
        Client client = Client.joining(invite, name);
        clients.add(client);
        return new Member(client.channel(), client.events());
    }

    private RoomServer server() {
        RoomServer running = started == null ? RoomServer.hosting(folder, 0) : started;
        started = running;
        return running;
    }
}
