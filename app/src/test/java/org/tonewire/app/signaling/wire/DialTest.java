package org.tonewire.app.signaling.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class DialTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void aHostWithAnUnderscoreIsLookedUpAndNotTakenForThisComputer() throws Exception {
        try (ServerSocket here = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = here.getLocalPort();
            try (Socket reached = dial().open(URI.create("ws://127.0.0.1:" + port + "/"))) {
                assertThat(reached.isConnected()).isTrue();
            }
            URI elsewhere = URI.create("ws://no_such_host.invalid:" + port + "/");
            assertThatThrownBy(() -> dial().open(elsewhere))
                    .isInstanceOf(UnknownHostException.class);
        }
    }

    private static Dial dial() throws Exception {
        return new Dial(
                SSLContext.getDefault(), Dial.Names.DO_NOT_MATTER, new Dial.Limits(LIMIT, LIMIT));
    }
}
