package org.tonewire.app.signaling.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes buffers from any thread on its own virtual thread, and closes the socket after the last
/// one. [#write(ByteBuffer, CompletionHandler)] never blocks.
final class SocketWriter extends Writer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWriter.class);
    private static final int MAX_WAITING = 512;
    private static final Piece LAST = new Piece(ByteBuffer.allocate(0), null);

    private final BlockingQueue<Piece> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Socket socket;
    private final Runnable onClosed;

    private record Piece(ByteBuffer bytes, @Nullable CompletionHandler<ByteBuffer> done) {}

    /// @param onClosed run when the socket is closed
    SocketWriter(Socket socket, Runnable onClosed) {
        this.socket = socket;
        this.onClosed = onClosed;
    }

    void start() {
        Thread.ofVirtual().name("signaling-write").start(this::run);
    }

    @Override
    public void write(ByteBuffer buffer, CompletionHandler<ByteBuffer> done) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        if (closed.get() || !waiting.offer(new Piece(ByteBuffer.wrap(bytes), done))) {
            done.failed(new IOException("the socket takes no more"));
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && !waiting.offer(LAST)) {
            closeSocket();
        }
    }

    private void run() {
        try {
            OutputStream out = socket.getOutputStream();
            for (Piece next = waiting.take(); !next.equals(LAST); next = waiting.take()) {
                write(out, next);
            }
        } catch (IOException | InterruptedException e) {
            LOG.debug("a socket broke while it was written to", e);
        } finally {
            closed.set(true);
            closeSocket();
            waiting.forEach(piece -> failed(piece, new IOException("the socket is closed")));
            waiting.clear();
        }
    }

    private static void write(OutputStream out, Piece piece) throws IOException {
        try {
            out.write(piece.bytes().array());
            out.flush();
        } catch (IOException e) {
            failed(piece, e);
            throw e;
        }
        if (piece.done() != null) {
            piece.done().completed(piece.bytes());
        }
    }

    private static void failed(Piece piece, IOException cause) {
        if (piece.done() != null) {
            piece.done().failed(cause);
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a socket did not close well", e);
        } finally {
            onClosed.run();
        }
    }
}
