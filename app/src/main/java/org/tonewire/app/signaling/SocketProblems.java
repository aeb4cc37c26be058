package org.tonewire.app.signaling;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.signaling.ChannelEvent.Gone;
import org.tonewire.app.signaling.ChannelEvent.Outlook;

/// Translates a socket's failure or close code to a problem.
final class SocketProblems {
    private static final int GOING_AWAY = 1001;
    private static final int REPLACED = 4001;
    private static final int KEY_CHANGED = 4002;
    private static final int MAX_CAUSES = 16;

    private SocketProblems() {}

    /// A certificate that the system does not know, at an invite that names none, is mostly that of
    /// an invite whose end was lost.
    static Gone notOpened(Throwable cause, Invite invite) {
        String host = invite.authority();
        if (!isAboutTheCertificate(cause)) {
            return new Gone(new Problem(Reason.HOST_UNREACHABLE, host), Outlook.MAY_COME_BACK);
        }
        return new Gone(
                invite.pin().isPresent()
                        ? new Problem(Reason.CERTIFICATE_MISMATCH, host)
                        : Problem.of(Reason.INVITE_PIN_MISSING),
                Outlook.FINAL);
    }

    /// @param host as shown to people
    static Gone closed(int code, String host) {
        return switch (code) {
            case REPLACED -> new Gone(Problem.of(Reason.REPLACED), Outlook.FINAL);
            case KEY_CHANGED -> new Gone(Problem.of(Reason.INVITE_RENEWED), Outlook.MAY_COME_BACK);
            case GOING_AWAY -> new Gone(Problem.of(Reason.SERVER_CLOSED), Outlook.MAY_COME_BACK);
            default -> new Gone(new Problem(Reason.CONNECTION_LOST, host), Outlook.MAY_COME_BACK);
        };
    }

    /// Whether this side did not trust the certificate. A handshake that fails otherwise does not
    /// show who the server is.
    private static boolean isAboutTheCertificate(Throwable cause) {
        @Nullable Throwable next = cause;
        for (int depth = 0; next != null && depth < MAX_CAUSES; depth++) {
            if (next instanceof CertificateException) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }
}
