package org.tonewire.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.signaling.tls.ServerIdentity;
import org.tonewire.signaling.tls.TlsSource;

/// A host of a later protocol, which no Tonewire of today can be: it takes the WebSocket (RFC 6455,
/// 4.2.2), lets the client say what it speaks, and refuses it as the protocol asks.
final class LaterServer implements AutoCloseable {
    private static final String REFUSAL =
            "{\"type\":\"refused\",\"reason\":\"version-mismatch\","
                    + "\"message\":\"this server speaks version 3\"}";
    private static final String KEY_HEADER = "sec-websocket-key:";
    private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final byte[] CLOSE_1008 = {(byte) 0x88, 2, 0x03, (byte) 0xf0};

    private final SSLServerSocket listening;
    private final String pin;

    private LaterServer(SSLServerSocket listening, String pin) {
        this.listening = listening;
        this.pin = pin;
    }

    /// @param folder where its certificate may be kept
    static LaterServer start(Path folder)
            throws IOException, GeneralSecurityException, IdentityException {
        ServerIdentity identity =
                ServerIdentity.load(new TlsSource.SelfSigned(folder)).orElseThrow();
        var listening =
                (SSLServerSocket)
                        tls(identity)
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var server = new LaterServer(listening, identity.fingerprint().base64Url());
        Thread.ofVirtual().name("later-server").start(server::serve);
        return server;
    }

    private static SSLContext tls(ServerIdentity identity)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                identity.key(),
                new char[0],
                identity.chain().toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    String invite() {
        return "https://127.0.0.1:%d/r/studio#k=AAECAwQFBgcICQoLDA0ODw&f=%s"
                .formatted(listening.getLocalPort(), pin);
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                refuse(socket);
            } catch (IOException | GeneralSecurityException e) {
                // This client has gone, or the server closes.
            }
        }
    }

    private static void refuse(Socket socket) throws IOException, GeneralSecurityException {
        OutputStream out = socket.getOutputStream();
        out.write(switchingProtocols(keyOf(socket)).getBytes(US_ASCII));
        out.flush();
        int opcode = socket.getInputStream().read();
        if (opcode < 0) {
            return;
        }
        byte[] text = REFUSAL.getBytes(UTF_8);
        out.write(0x81);
        out.write(text.length);
        out.write(text);
        out.write(CLOSE_1008);
        out.flush();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String keyOf(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        String key = "";
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, KEY_HEADER, 0, KEY_HEADER.length())) {
                key = line.substring(KEY_HEADER.length()).strip();
            }
            line = reader.readLine();
        }
        return key;
    }

    private static String switchingProtocols(String key) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SUFFIX).getBytes(US_ASCII));
        return String.join(
                "\r\n",
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash),
                "",
                "");
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
