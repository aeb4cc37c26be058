package org.tonewire.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.shell.LaunchRequests;

/// The single instance of a user's window: holds a lock and listens on a Unix domain socket for
/// further launches. Both are in a folder that only the user can access. The system releases the
/// lock when the process ends, so a socket left behind by a crash is deleted. Any thread.
public final class SingleInstance implements LaunchRequests, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String SOCKET = "window.sock";

    private final FileChannel lock;
    private final ServerSocketChannel acceptor;
    private final Path socket;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ReentrantLock listenerLock = new ReentrantLock();
    private final List<Optional<Invite>> waiting = new ArrayList<>();
    private @Nullable Consumer<Optional<Invite>> listener;

    private SingleInstance(FileChannel lock, ServerSocketChannel acceptor, Path socket) {
        this.lock = lock;
        this.acceptor = acceptor;
        this.socket = socket;
    }

    /// Becomes the single instance, or hands over to it. Waits some seconds for an instance that is
    /// starting.
    public static LaunchOutcome enter(Path folder, Optional<Invite> invite) {
        return new InstanceSocket(folder, folder.resolve(SOCKET)).enter(new LaunchMessage(invite));
    }

    /// Becomes the single instance if there is none; hands nothing over.
    public static LaunchOutcome claim(Path folder) {
        return new InstanceSocket(folder, folder.resolve(SOCKET)).claim();
    }

    /// @param lock held until close
    static SingleInstance listenAt(Path socket, FileChannel lock) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel acceptor = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            acceptor.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            acceptor.close();
            throw new IOException("no socket to listen at", e);
        }
        SingleInstance window = new SingleInstance(lock, acceptor, socket);
        Thread.ofVirtual().name("launch-requests").start(window::listen);
        return window;
    }

    @Override
    public void follow(Consumer<Optional<Invite>> wanted) {
        listenerLock.lock();
        try {
            listener = wanted;
            waiting.forEach(wanted);
            waiting.clear();
        } finally {
            listenerLock.unlock();
        }
    }

    /// Stops listening; the next launch becomes the single instance. Idempotent: afterwards the
    /// socket may belong to another process.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (lock;
                acceptor) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("the window's socket stays behind", e);
        }
    }

    private void listen() {
        while (acceptor.isOpen()) {
            try {
                SocketChannel caller = acceptor.accept();
                Thread.ofVirtual().name("launch-request").start(() -> answer(caller));
            } catch (IOException e) {
                LOG.debug("no further starts are taken", e);
                return;
            }
        }
    }

    private void answer(SocketChannel caller) {
        try (caller;
                ReadTimeout _ = ReadTimeout.with(caller)) {
            Optional<LaunchMessage> message = LaunchMessage.of(LaunchMessage.read(caller));
            message.ifPresent(understood -> tell(understood.invite()));
            LaunchMessage.write(caller, message.isPresent() ? LaunchMessage.TAKEN : "no");
        } catch (IOException e) {
            LOG.debug("a second start was not understood", e);
        }
    }

    private void tell(Optional<Invite> invite) {
        listenerLock.lock();
        try {
            if (listener == null) {
                waiting.add(invite);
            } else {
                listener.accept(invite);
            }
        } finally {
            listenerLock.unlock();
        }
    }
}
