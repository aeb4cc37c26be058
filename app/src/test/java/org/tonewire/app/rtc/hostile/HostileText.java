package org.tonewire.app.rtc.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spoils valid texts, and makes up others. The same random numbers make the same texts.
public final class HostileText {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("[^ :=;,/\\r\\n]+");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "1",
                    "127",
                    "128",
                    "255",
                    "256",
                    "65535",
                    "65536",
                    "99999",
                    "2147483647",
                    "2147483648",
                    "-2147483648",
                    "4294967295",
                    "4294967296",
                    "9223372036854775807",
                    "18446744073709551616",
                    "1e9",
                    "00",
                    "");

    private static final List<String> WORDS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "\r",
                    "\n",
                    "\t",
                    "%s%n",
                    "*",
                    "[::1",
                    "{}",
                    "é",
                    "\uD800",
                    "😀",
                    "\u202E",
                    "audio",
                    "video",
                    "application",
                    "opus/48000/2",
                    "rtx/90000",
                    "VP8/90000",
                    "red/48000/2",
                    "sendrecv",
                    "inactive",
                    "passive",
                    "holdconn",
                    "udp",
                    "tcp",
                    "typ",
                    "relay",
                    "x".repeat(300),
                    "x".repeat(70_000));

    private static final List<String> LINES =
            List.of(
                    "a=group:BUNDLE 0 0 0",
                    "a=group:BUNDLE",
                    "a=group:BUNDLE 0 1 2 3 nobody",
                    "a=group:LS 0",
                    "a=mid:0",
                    "a=mid:",
                    "a=mid:" + "m".repeat(5_000),
                    "a=bundle-only",
                    "a=rtcp-mux-only",
                    "a=ice-lite",
                    "a=ice-options:trickle renomination x",
                    "a=ice-ufrag:a",
                    "a=ice-pwd:short",
                    "a=ice-ufrag:" + "u".repeat(1_000),
                    "a=ice-pwd:" + "p".repeat(1_000),
                    "a=fingerprint:sha-256 AA:BB",
                    "a=fingerprint:md5 00",
                    "a=fingerprint:sha-256 " + "AA:".repeat(2_000),
                    "a=setup:active",
                    "a=setup:holdconn",
                    "a=sctp-port:0",
                    "a=sctp-port:99999",
                    "a=sctpmap:5000 webrtc-datachannel 70000",
                    "a=max-message-size:0",
                    "a=max-message-size:99999999999999999999",
                    "a=extmap:0 urn:ietf:params:rtp-hdrext:sdes:mid",
                    "a=extmap:15 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
                    "a=extmap:256 urn:ietf:params:rtp-hdrext:sdes:mid",
                    "a=extmap:1/sendonly urn:x",
                    "a=extmap-allow-mixed",
                    "a=rtpmap:111 opus/0/0",
                    "a=rtpmap:111 opus/48000/999",
                    "a=rtpmap:0 PCMU/8000/24",
                    "a=rtpmap:128 opus/48000/2",
                    "a=rtpmap:63 L16/192000/24",
                    "a=rtpmap:63 telephone-event/8000",
                    "a=fmtp:111 minptime=-1;maxaveragebitrate=-5;stereo=9",
                    "a=fmtp:111 maxplaybackrate=1;maxaveragebitrate=2147483647",
                    "a=fmtp:63 111/111/111/111/111",
                    "a=fmtp:97 apt=97",
                    "a=ptime:0",
                    "a=ptime:-1",
                    "a=ptime:2147483647",
                    "a=maxptime:0",
                    "a=rtcp-fb:* transport-cc",
                    "a=rtcp-fb:111 nack pli",
                    "a=ssrc:0 cname:x",
                    "a=ssrc:1 cname:" + "c".repeat(3_000),
                    "a=ssrc:4294967295 msid:a b",
                    "a=ssrc:4294967296 msid:a b",
                    "a=ssrc-group:FID 1 2",
                    "a=ssrc-group:SIM 1 1 1 1 1 1 1 1 1 1",
                    "a=ssrc-group:FEC-FR 1",
                    "a=msid:- -",
                    "a=msid:",
                    "a=msid:s " + "t".repeat(3_000),
                    "a=msid-semantic: WMS *",
                    "a=rid:1 send pt=111",
                    "a=rid:~ recv",
                    "a=simulcast:send 1;2;3 recv 4",
                    "a=simulcast:send ~;,;",
                    "a=rtcp:9 IN IP4 0.0.0.0",
                    "a=rtcp:70000",
                    "a=rtcp-rsize",
                    "a=candidate:1 1 udp 2130706431 127.0.0.1 9 typ host",
                    "a=candidate:1 1 udp 4294967296 127.0.0.1 99999 typ host",
                    "a=candidate:1 257 tcp 1 ::1 9 typ host tcptype so",
                    "a=candidate:",
                    "a=end-of-candidates",
                    "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AAAA",
                    "a=x-google-flag:conference",
                    "a=content:slides",
                    "a=framerate:-1",
                    "a=imageattr:* send *",
                    "b=AS:-1",
                    "b=AS:2147483647",
                    "b=TIAS:99999999999",
                    "c=IN IP6 ::1",
                    "c=IN IP4 256.1.1.1/127/3",
                    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                    "m=audio 0 UDP/TLS/RTP/SAVPF 111",
                    "m=audio 70000 UDP/TLS/RTP/SAVPF 300",
                    "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
                    "m=video 9 RTP/AVP 96",
                    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
                    "m=application 9 DTLS/SCTP 5000",
                    "m=text 9 RTP/AVP 98",
                    "m=audio",
                    "m=",
                    "v=1",
                    "o=- 99999999999999999999 -1 IN IP4 x",
                    "s=",
                    "t=-1 99999999999999999999",
                    "k=clear:x",
                    "z=0 0",
                    "=",
                    "a",
                    "a=",
                    "\0",
                    "x".repeat(100_000));

    private HostileText() {}

    /// A description with some of its lines spoiled.
    public static String description(String good, RandomGenerator random) {
        List<String> lines = new ArrayList<>(good.lines().toList());
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && !lines.isEmpty(); i++) {
            change(lines, random);
        }
        String end = random.nextInt(20) == 0 ? "\n" : "\r\n";
        String text = String.join(end, lines) + end;
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    private static void change(List<String> lines, RandomGenerator random) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 2 -> lines.add(at, pick(LINES, random));
            case 3 -> lines.set(at, pick(LINES, random));
            case 4 -> copySection(lines, at, random);
            case 5 -> lines.add(at, lines.remove(random.nextInt(lines.size())));
            case 6 -> dropAttribute(lines, lines.get(at));
            default -> lines.set(at, line(lines.get(at), random));
        }
    }

    private static void copySection(List<String> lines, int at, RandomGenerator random) {
        int times = random.nextInt(10) == 0 ? 70 : 1 + random.nextInt(3);
        List<String> copied = List.copyOf(lines.subList(at, lines.size()));
        for (int i = 0; i < times && lines.size() < 5_000; i++) {
            lines.addAll(copied);
        }
    }

    private static void dropAttribute(List<String> lines, String like) {
        int colon = like.indexOf(':');
        String start = colon < 0 ? like : like.substring(0, colon);
        lines.removeIf(line -> line.startsWith(start));
    }

    /// A line, a candidate or an address with a number, a word or a character spoiled.
    public static String line(String good, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> replaceOne(NUMBER, good, pick(NUMBERS, random), random);
            case 1 -> replaceOne(WORD, good, pick(WORDS, random), random);
            case 2 -> good + pick(WORDS, random);
            default -> spoilCharacter(good, random);
        };
    }

    /// Any text at all.
    public static String any(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextInt(3) == 0
                            ? pick(WORDS, random)
                            : String.valueOf((char) random.nextInt(0x250)));
        }
        return text.toString();
    }

    public static <T> T pick(List<T> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String replaceOne(
            Pattern pattern, String text, String by, RandomGenerator random) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        if (found.isEmpty()) {
            return text + by;
        }
        int[] range = pick(found, random);
        return text.substring(0, range[0]) + by + text.substring(range[1]);
    }

    private static String spoilCharacter(String text, RandomGenerator random) {
        if (text.isEmpty()) {
            return "\0";
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at)
                + (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000)
                + text.substring(at + 1);
    }
}
