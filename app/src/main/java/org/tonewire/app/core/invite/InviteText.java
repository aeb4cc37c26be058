package org.tonewire.app.core.invite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the link in what a person pasted, as mail and chat programs mangle it: text and brackets
/// around it, line breaks in it, HTML, marks like `#` and `&` written in another way, a link to a
/// program that checks links.
///
/// An invite whose end is lost must not look like one that needs no certificate: a link without a
/// fingerprint counts only if nothing of one is left, and no field is longer than a key
/// ([#isWhole]).
final class InviteText {
    private static final int MAX_LENGTH = 16_384;
    private static final int MAX_STARTS = 4;
    private static final int MAX_ROUNDS = 3;

    /// White space and marks that are not seen: no link has them, mail programs put them in.
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern START =
            Pattern.compile("(?i)(?<![A-Za-z0-9+.-])(https|tonewire)(://|%3A%2F%2F)");
    private static final Pattern NOT_IN_LINKS = Pattern.compile("[<>\"`|{}\\\\^]");
    private static final Pattern AFTER_LINKS = Pattern.compile("[^A-Za-z0-9_=&#%+/-]+$");
    private static final Pattern AND = Pattern.compile("(?i)&(amp|#38|#x26);");
    private static final Pattern HASH = Pattern.compile("(?i)&(num|#35|#x23);");
    private static final Pattern EQUALS = Pattern.compile("(?i)&(equals|#61|#x3d);");
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)&(lt|gt|quot|nbsp|#34|#39|#60|#62|#160);");
    private static final Pattern SOFT_BREAK = Pattern.compile("=[ \\t]*\\r?\\n");
    private static final Pattern QUOTED = Pattern.compile("=([0-9A-Fa-f]{2})");
    private static final Pattern OTHER_HASH = Pattern.compile("(?i)%(25)*23(?=k(=|%(25)*3D))");
    private static final Pattern SLASH_BEFORE_HASH = Pattern.compile("/#");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_]+=[^=;]{1,22}");
    private static final Pattern REST_OF_PIN =
            Pattern.compile("(?i)(&|;|%26|%0026|=26|#|%23)f(=|%3D|%253D|&#|&equals)");

    private InviteText() {}

    /// What may be the link, the likeliest first.
    static Set<String> candidates(String pasted) {
        Set<String> found = new LinkedHashSet<>();
        if (BLANKS.matcher(pasted).replaceAll("").length() > MAX_LENGTH) {
            return found;
        }
        String text = withoutEntities(pasted);
        for (String part : parts(text)) {
            Stream.of(part, unquoted(part))
                    .flatMap(each -> Stream.of(firstWord(each), each))
                    .map(InviteText::link)
                    .forEach(found::add);
        }
        found.add(link(text));
        return found;
    }

    /// Whether nothing of the link's end is lost, as far as its rest in the pasted text shows.
    static boolean isWhole(String link, String pasted) {
        String fragment = link.substring(link.indexOf('#') + 1);
        List<String> fields = List.of(fragment.split("&", -1));
        if (fields.stream().anyMatch(field -> field.startsWith("f="))) {
            return true;
        }
        return !REST_OF_PIN.matcher(joined(pasted)).find()
                && fields.stream().allMatch(field -> FIELD.matcher(field).matches());
    }

    /// From each beginning of a link to the next, or to what no link has in it.
    private static List<String> parts(String text) {
        List<Integer> starts =
                START.matcher(text).results().map(MatchResult::start).limit(MAX_STARTS).toList();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            parts.add(NOT_IN_LINKS.split(text.substring(starts.get(i), end), 2)[0]);
        }
        return parts;
    }

    private static String firstWord(String part) {
        return BLANKS.split(UNSEEN.matcher(part).replaceAll(""), 2)[0];
    }

    /// Quoted-printable, as in the source of a mail (RFC 2045).
    private static String unquoted(String part) {
        String joined = SOFT_BREAK.matcher(part).replaceAll("");
        return joined.contains("k=3D")
                ? QUOTED.matcher(joined)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(found.group(1), 16))))
                : part;
    }

    private static String link(String text) {
        String link = AFTER_LINKS.matcher(joined(text)).replaceAll("");
        Matcher start = START.matcher(link);
        if (start.lookingAt() && start.group(2).startsWith("%")) {
            link = decoded(link.split("&", 2)[0]);
        }
        for (int i = 0; i < MAX_ROUNDS && link.indexOf('#') < 0 && has(OTHER_HASH, link); i++) {
            link =
                    link.contains("%25")
                            ? link.replace("%25", "%")
                            : OTHER_HASH.matcher(link).replaceFirst("#");
        }
        int hash = link.indexOf('#');
        if (hash < 0) {
            return link;
        }
        String fragment =
                link.substring(hash).replace("%26", "&").replace("%3D", "=").replace("%3d", "=");
        return SLASH_BEFORE_HASH.matcher(link.substring(0, hash) + fragment).replaceFirst("#");
    }

    /// A blank may stand within an entity too.
    private static String joined(String text) {
        String closed = BLANKS.matcher(text).replaceAll("");
        return BLANKS.matcher(withoutEntities(closed)).replaceAll("");
    }

    private static boolean has(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private static String withoutEntities(String pasted) {
        String text = pasted;
        for (int i = 0; i < MAX_ROUNDS && text.indexOf('&') >= 0; i++) {
            text = AND.matcher(text).replaceAll("&");
            text = HASH.matcher(text).replaceAll("#");
            text = EQUALS.matcher(text).replaceAll("=");
            text = BETWEEN.matcher(text).replaceAll(" ");
        }
        return text;
    }
}
