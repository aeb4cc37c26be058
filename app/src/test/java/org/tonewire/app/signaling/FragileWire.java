package org.tonewire.app.signaling;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Forwards TCP connections to a local port, and breaks or stalls them when a test says so.
final class FragileWire implements AutoCloseable {
    private final ServerSocket listening;
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int target;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
    private volatile int generation = 1;
    private volatile int stalledUpTo;

    private FragileWire(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static FragileWire to(int port) throws IOException {
        FragileWire wire = new FragileWire(port);
        wire.pumps.execute(wire::accept);
        return wire;
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Breaks all connections; new ones are forwarded.
    void cut() throws IOException {
        for (Socket socket : List.copyOf(sockets)) {
            sockets.remove(socket);
            socket.close();
        }
    }

    /// Stops forwarding on the present connections, which stay open.
    void stall() {
        stalledUpTo = generation;
        generation = stalledUpTo + 1;
    }

    /// Answers the next connection with these bytes, and closes it.
    void answerNextWith(byte[] answer) {
        answers.add(answer);
    }

    /// Forwards new connections to another port.
    void leadTo(int port) {
        target = port;
    }

    private void answer(Socket near, byte[] answer) {
        try (near) {
            var _ = near.getInputStream().read(new byte[16 * 1024]);
            near.getOutputStream().write(answer);
        } catch (IOException e) {
            throw new AssertionError("the client is gone before it was answered", e);
        }
    }

    /// Holds all data back until [#release()], like a network that is away for a while.
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                byte[] answer = answers.poll();
                if (answer != null) {
                    pumps.execute(() -> answer(near, answer));
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                int mine = generation;
                pumps.execute(() -> pump(near, far, mine));
                pumps.execute(() -> pump(far, near, mine));
            }
        } catch (IOException _) {
            closeQuietly(listening);
        }
    }

    private void pump(Socket from, Socket to, int mine) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                gate.await();
                if (mine > stalledUpTo) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException | InterruptedException _) {
            closeQuietly(from);
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError("closing a socket fails", e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        release();
        cut();
        pumps.close();
    }
}
