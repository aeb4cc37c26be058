package org.tonewire.app.media.playlist;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads PLS, M3U, ASX and XSPF, told apart by their content. A list of segments (HLS) is none of
/// these: FFmpeg plays it as one stream.
public final class Playlist {
    /// What a playlist may be long.
    public static final int MAX_BYTES = 1 << 19;

    private static final String HEADER = "#EXTM3U";
    private static final int MAX_ENTRIES = 1_000;
    private static final int ROOT_WITHIN = 4_096;
    private static final Pattern NUMBERED =
            Pattern.compile("(?im)^[ \\t]*(?:File|Ref)(\\d{1,9})[ \\t]*=[ \\t]*(\\S.*?)\\s*$");
    private static final Pattern SECTION = Pattern.compile("(?i)\\[(?:playlist|reference)\\]");
    private static final Pattern SEGMENTS = Pattern.compile("(?m)^#EXT-X-");
    private static final Pattern ASX_ROOT = Pattern.compile("(?i)<asx[\\s/>]");
    private static final Pattern ASX_ENTRY =
            Pattern.compile(
                    "(?i)<(?:ref|entryref)\\s[^<>]{0,2000}?href\\s*=\\s*"
                            + "(?:\"([^\"<>]*)\"|'([^'<>]*)')");
    private static final Pattern XSPF_ROOT = Pattern.compile("<(?:\\w+:)?playlist[\\s/>]");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S.*");

    private Playlist() {}

    /// @param content the file's beginning, at most [#MAX_BYTES] of it
    /// @param name the file's; one that ends in `.m3u` or `.m3u8` may list files without a header
    /// @return its entries in order, addresses and paths as they are written; empty if it is no
    ///   playlist
    public static Optional<List<String>> parse(byte[] content, String name) {
        String text = text(content).strip();
        String start = text.substring(0, Math.min(text.length(), ROOT_WITHIN));
        if (text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (SECTION.matcher(start).lookingAt()) {
            return Optional.of(numbered(text));
        }
        if (start.startsWith("<")) {
            return marked(text, start);
        }
        boolean headed = start.startsWith(HEADER);
        if (headed && SEGMENTS.matcher(text).find()) {
            return Optional.empty();
        }
        List<String> lines = lines(text);
        boolean named = name.toLowerCase(Locale.ROOT).matches("(?s).*\\.m3u8?");
        boolean web = !lines.isEmpty() && lines.stream().allMatch(WEB.asMatchPredicate());
        return headed || named || web ? Optional.of(lines) : Optional.empty();
    }

    /// Whether it is a list of segments.
    public static boolean isSegments(byte[] content) {
        String text = text(content).strip();
        return text.startsWith(HEADER) && SEGMENTS.matcher(text).find();
    }

    private static String text(byte[] content) {
        if (content.length > 1 && (content[0] & content[1] & 0xfe) == 0xfe) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static List<String> numbered(String text) {
        TreeMap<Integer, String> entries = new TreeMap<>();
        Matcher line = NUMBERED.matcher(text);
        while (line.find() && entries.size() < MAX_ENTRIES) {
            entries.putIfAbsent(Integer.valueOf(line.group(1)), line.group(2));
        }
        return List.copyOf(entries.values());
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MAX_ENTRIES)
                .toList();
    }

    private static Optional<List<String>> marked(String text, String start) {
        if (ASX_ROOT.matcher(start).find()) {
            return Optional.of(asx(text));
        }
        return XSPF_ROOT.matcher(start).find() ? Optional.of(xspf(text)) : Optional.empty();
    }

    /// Most of these are no well-formed XML.
    private static List<String> asx(String text) {
        List<String> entries = new ArrayList<>();
        Matcher entry = ASX_ENTRY.matcher(text);
        while (entry.find() && entries.size() < MAX_ENTRIES) {
            String address = entry.group(1) == null ? entry.group(2) : entry.group(1);
            entries.add(
                    address.strip()
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&apos;", "'")
                            .replace("&amp;", "&"));
        }
        return entries;
    }

    /// Document types and entities of the file's own are not read. What comes before a mistake
    /// counts.
    private static List<String> xspf(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> entries = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            boolean inTrack = false;
            while (reader.hasNext() && entries.size() < MAX_ENTRIES) {
                int event = reader.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    inTrack |= reader.getLocalName().equals("track");
                    if (inTrack && reader.getLocalName().equals("location")) {
                        entries.add(reader.getElementText().strip());
                        inTrack = false;
                    }
                }
            }
        } catch (XMLStreamException _) {
            // The rest cannot be read.
        }
        return entries;
    }
}
