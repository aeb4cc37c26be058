package org.tonewire.app.core.invite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonewire.app.core.problem.Reason;

/// Invites as mail and chat programs, terminals and people hand them on.
final class MangledInviteTest {
    private static final int SEED = 15;
    private static final int CUTS = 2_000;
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODw";
    private static final String PIN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String LINK =
            "https://192.0.2.7:8443/r/Jazz%20%C3%9C#k=" + KEY + "&f=" + PIN;
    private static final Invite INVITE = InviteLink.parse(LINK).orElseThrow();

    private static final List<String> AROUND =
            List.of(
                    "%s",
                    "%s.",
                    "%s!",
                    "%s…",
                    "“%s”",
                    "„%s“",
                    "«%s»",
                    "「%s」",
                    "(%s).",
                    "<%s>",
                    "`%s`",
                    "*%s*",
                    "Join here: %s see you at 8, bring a=b & f",
                    "Join here:\n%s\n\n-- \nAda",
                    "> %s\n> Ada",
                    "[the room](%s)",
                    "[%1$s](%1$s)",
                    "<%1$s|%1$s>",
                    "<%1$s|192.0.2.7:8443>",
                    "https://example.org/r/ and %s",
                    "<a href=\"%1$s\">%1$s</a>",
                    "<a href='%s' target='_blank'>Join</a>",
                    "<p>Join:&nbsp;<a class=x href=%s>Join</a></p>",
                    "https://www.google.com/url?q=%s");

    static List<String> mangled() {
        String encoded = URLEncoder.encode(LINK, StandardCharsets.UTF_8);
        return List.of(
                LINK,
                LINK.replace("&", "&amp;"),
                LINK.replace("&", "&amp;amp;"),
                LINK.replace("&", "&#38;").replace("#k", "&#35;k"),
                LINK.replace("#", "%23"),
                LINK.replace("#", "%23").replace("&", "%26"),
                LINK.replace("#", "%23").replace("&", "%26").replace("=", "%3D"),
                LINK.replace("#", "%23")
                        .replace("&", "%26")
                        .replace("=", "%3d")
                        .replace("%", "%25"),
                LINK.replace("&", "%26"),
                LINK.replace("#", "/#"),
                LINK.replace("https", "Https"),
                LINK.replace("&", "\u200b&\u200b"),
                "https://eur01.safelinks.protection.outlook.com/?url=" + encoded + "&data=05%7C02",
                "https://l.facebook.com/l.php?u=" + encoded + "&h=AT0");
    }

    @ParameterizedTest
    @MethodSource("mangled")
    void theInviteIsReadWithItsPin(String link) {
        for (String around : AROUND) {
            String text = around.formatted(link);
            assertThat(InviteLink.parse(text)).as(text).contains(INVITE);
        }
    }

    @Test
    void aLineBreakAnywhereDoesNoHarm() {
        for (String link : List.of(LINK, LINK.replace("&", "&amp;"), LINK.replace("#", "%23"))) {
            for (int at = 1; at < link.length(); at++) {
                for (String gap : List.of("\n", "\r\n", "\n  ", " ", "\u00a0")) {
                    String text = link.substring(0, at) + gap + link.substring(at);
                    assertThat(InviteLink.parse(text)).as(text).contains(INVITE);
                }
            }
        }
    }

    @Test
    void theSourceOfAMailIsRead() {
        String quoted = LINK.replace("=", "=3D");
        for (int at = 30; at < quoted.length() - 3; at++) {
            boolean inside = quoted.startsWith("3D", at) || quoted.startsWith("D", at);
            if (!inside) {
                String text =
                        "\n" + quoted.substring(0, at) + "=\r\n" + quoted.substring(at) + "\n";
                assertThat(InviteLink.parse(text)).as(text).contains(INVITE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://192.0.2.7:8443/r/Jazz, INVITE_KEY_MISSING",
        "https://192.0.2.7:8443/r/Jazz#, INVITE_KEY_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=, INVITE_KEY_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcI, INVITE_KEY_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcI…, INVITE_KEY_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&, INVITE_PIN_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&amp;, INVITE_PIN_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&am, INVITE_PIN_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&f, INVITE_PIN_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&f=AAEC, INVITE_PIN_MISSING",
        "https://192.0.2.7:8443/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw&amp;f=AAEC, INVITE_PIN_MISSING",
        "https://192.0.2.7:0/r/Jazz#k=AAECAwQFBgcICQoLDA0ODw, INVITE_MALFORMED",
        "https://192.0.2.7:8443/studio, INVITE_MALFORMED",
        "hello, INVITE_MALFORMED",
    })
    void whatIsMissingIsSaid(String text, Reason reason) {
        assertThat(InviteLink.parse(text)).isEmpty();
        assertThat(InviteLink.missing(text)).isEqualTo(reason);
    }

    /// A wrong pin harms nobody: no server has its certificate.
    @Test
    void whateverIsCutOutTheInviteIsReadWithAPinOrNotAtAll() {
        Random random = new Random(SEED);
        List<String> links = mangled();
        for (int i = 0; i < CUTS; i++) {
            String link = links.get(random.nextInt(links.size()));
            String around = AROUND.get(random.nextInt(AROUND.size()));
            String text = around.formatted(link);
            int at = random.nextInt(text.length());
            int length = 1 + random.nextInt(6);
            String cut =
                    text.substring(0, at) + text.substring(Math.min(text.length(), at + length));
            Optional<Invite> read = InviteLink.parse(cut);
            read.ifPresent(invite -> assertThat(invite.pin()).as(cut).isPresent());
        }
    }
}
