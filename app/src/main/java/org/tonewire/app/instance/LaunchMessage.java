package org.tonewire.app.instance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;

/// The message of a second launch to the single instance: one line, `tonewire 1 show` or `tonewire
/// 1 join LINK`. The answer is the line `ok`.
record LaunchMessage(Optional<Invite> invite) {
    static final String TAKEN = "ok";

    private static final String SHOW = "tonewire 1 show";
    private static final String JOIN = "tonewire 1 join ";
    private static final int MAX_BYTES = 4_096;

    String line() {
        return invite.map(link -> JOIN + link.link()).orElse(SHOW);
    }

    /// Empty if the line is not understood.
    static Optional<LaunchMessage> of(String line) {
        if (line.equals(SHOW)) {
            return Optional.of(new LaunchMessage(Optional.empty()));
        }
        return line.startsWith(JOIN)
                ? InviteLink.parse(line.substring(JOIN.length()))
                        .map(invite -> new LaunchMessage(Optional.of(invite)))
                : Optional.empty();
    }

    static void write(SocketChannel to, String line) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            to.write(rest);
        }
    }

    /// Reads up to the end of the line or of the channel.
    static String read(SocketChannel from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        while (from.read(bytes) > 0) {
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            if (end >= 0) {
                return text.substring(0, end);
            }
        }
        throw new IOException("no whole line");
    }
}
