package org.tonewire.app.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Files that no encoder makes: with wrong endings, odd tags, lengths that are not true, cut, or
/// put together of several.
final class OddFiles {
    private static final int PICTURE_BYTES = 1 << 20;
    private static final double ONE = Corpus.SECONDS;

    private final Path folder;
    private final List<Corpus.Sample> samples = new ArrayList<>();

    private OddFiles(Path folder) {
        this.folder = folder;
    }

    /// Makes them of the files in this folder, and puts them there.
    static List<Corpus.Sample> of(Path folder) throws IOException {
        OddFiles odd = new OddFiles(folder);
        odd.endings();
        odd.tags();
        odd.lengths();
        odd.cuts();
        odd.chains();
        return odd.samples;
    }

    private void endings() throws IOException {
        add("wav.mp3", 2, ONE, 0.001, read("s16.wav"));
        add("mp3.wav", 2, ONE, 0.08, read("bare.mp3"));
        add("ogg.mp3", 2, ONE, 0.02, read("comments.ogg"));
        add("m4a.txt", 2, ONE, 0.05, read("x.m4a"));
        add("flac", 2, ONE, 0.001, read("192k.flac"));
        add("adts", 2, ONE, 0.08, read("x.aac"));
    }

    private void tags() throws IOException {
        byte[] mp3 = read("bare.mp3");
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(1).nextBytes(picture);
        for (int version = 2; version <= 4; version++) {
            byte[] tag = id3(version, picture, picture.length);
            add("id3v2" + version + ".mp3", 2, ONE, 0.08, tag, mp3);
            add("id3v2" + version + ".aac", 2, ONE, 0.08, tag, read("x.aac"));
        }
        add("id3.flac", 2, ONE, 0.001, id3(3, picture, picture.length), read("192k.flac"));
        add("id3-twice.mp3", 2, ONE, 0.08, id3(3, picture, 9), id3(4, new byte[30], 30), mp3);
        add("id3-too-long.mp3", 2, ONE, 0.08, id3(3, new byte[30], 1 << 20), mp3);
        byte[] id3v1 = Arrays.copyOf(ascii("TAGTitle"), 128);
        byte[] ape = ape();
        add("id3v1.mp3", 2, ONE, 0.08, mp3, id3v1);
        add("ape.mp3", 2, ONE, 0.08, mp3, ape);
        add("ape-id3v1.mp3", 2, ONE, 0.08, mp3, ape, id3v1);
        add("ape.wv", 2, ONE, 0.001, read("x.wv"), ape);
        byte[] garbage = new byte[3_000];
        new Random(2).nextBytes(garbage);
        add("garbage.mp3", 2, ONE, 0.08, garbage, mp3);
        add("zeros.mp3", 2, ONE, 0.08, new byte[5_000], mp3);
    }

    private void lengths() throws IOException {
        byte[] wav = read("s16.wav");
        for (int length : new int[] {0, -1, Integer.MAX_VALUE}) {
            ByteBuffer bytes = ByteBuffer.wrap(wav.clone()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(4, length).putInt(dataSizeAt(wav), length);
            add("length" + length + ".wav", 2, ONE, 0.001, bytes.array());
        }
        int data = dataSizeAt(wav) - 4;
        byte[] head = Arrays.copyOf(wav, data);
        byte[] rest = Arrays.copyOfRange(wav, data, wav.length);
        add("info.wav", 2, ONE, 0.001, head, list("INFOINAM", 1_000_000), rest);
        add("odd.wav", 2, ONE, 0.001, head, chunk("junk", new byte[7], 7), new byte[1], rest);
        add("after.wav", 2, ONE, 0.001, wav, list("INFOINAM", 4));
        add("tagged.wav", 2, ONE, 0.001, wav, id3(3, new byte[100], 100));
    }

    private void cuts() throws IOException {
        for (String name : List.of("cbr.mp3", "x.aac", "s24.wav", "first.m4a", "6.ac3")) {
            byte[] whole = read(name);
            int channels = name.charAt(0) == '6' ? 6 : 2;
            byte[] cut = Arrays.copyOf(whole, whole.length - 101);
            add("cut-" + name, channels, ONE, 0.1, cut);
        }
        byte[] gsm = new byte[10 * 33 + 9];
        for (int i = 0; i < gsm.length; i += 33) {
            gsm[i] = (byte) 0xd0;
        }
        add("cut.gsm", 1, 0.2, 0.03, gsm);
        byte[] flac = read("192k.flac");
        add("cut.flac", 2, ONE, 0.05, Arrays.copyOf(flac, flac.length - 101));
    }

    private void chains() throws IOException {
        add("chain.ogg", 2, 2 * ONE, 0.04, read("comments.ogg"), read("comments.ogg"));
        add("chain.opus", 0, 2 * ONE, 0.04, read("x.opus"), read("x.opus"));
        add("changing.ogg", 0, 2 * ONE, 0.04, read("comments.ogg"), read("22k.ogg"));
        add("changing.mp3", 0, 2 * ONE, 0.2, read("bare.mp3"), read("bare-16k.mp3"));
        add("changing.aac", 0, 2 * ONE, 0.1, read("x.aac"), read("mono.aac"));
        byte[] loud = read("x.opus");
        int pageBytes = 27 + loud[26] + (loud[27] & 0xff);
        ByteBuffer page = ByteBuffer.wrap(loud, 0, pageBytes).order(ByteOrder.LITTLE_ENDIAN);
        page.putShort(28 + 16, (short) (-6 * 256))
                .putInt(22, 0)
                .putInt(22, oggSum(loud, pageBytes));
        add("quiet.opus", -2, ONE, 0.02, loud);
    }

    private static int oggSum(byte[] bytes, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum ^= bytes[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
            }
        }
        return sum;
    }

    private static int dataSizeAt(byte[] wav) {
        return new String(wav, StandardCharsets.ISO_8859_1).indexOf("data") + 4;
    }

    private static byte[] list(String content, int saidLength) {
        byte[] bytes = ByteBuffer.allocate(content.length() + 8).put(ascii(content)).array();
        bytes[content.length()] = 4;
        return saidLength == 4
                ? chunk("LIST", bytes, bytes.length)
                : chunk("LIST", patched(bytes, content.length(), saidLength), bytes.length);
    }

    private static byte[] patched(byte[] bytes, int at, int value) {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return bytes;
    }

    private static byte[] chunk(String name, byte[] content, int saidLength) {
        ByteBuffer out = ByteBuffer.allocate(8 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(ascii(name)).putInt(saidLength).put(content).array();
    }

    /// A tag with one picture.
    ///
    /// @param version 2, 3 or 4
    /// @param saidLength of the picture
    private static byte[] id3(int version, byte[] picture, int saidLength) {
        boolean old = version == 2;
        byte[] kind = ascii(old ? "\0PNG\3\0" : "\0image/png\0\3\0");
        int header = old ? 6 : 10;
        int content = header + kind.length + picture.length;
        int said = kind.length + saidLength;
        ByteBuffer out = ByteBuffer.allocate(10 + content);
        out.put(ascii("ID3")).put((byte) version).put((byte) 0).put((byte) 0);
        out.putInt(sevenBits(content));
        if (old) {
            out.put(ascii("PIC")).put((byte) (said >> 16)).putShort((short) said);
        } else {
            out.put(ascii("APIC"))
                    .putInt(version == 4 ? sevenBits(said) : said)
                    .putShort((short) 0);
        }
        return out.put(kind).put(picture).array();
    }

    private static int sevenBits(int value) {
        return (value & 0x7f)
                | ((value & 0x3f80) << 1)
                | ((value & 0x1fc000) << 2)
                | ((value & 0xfe00000) << 3);
    }

    private static byte[] ape() {
        byte[] item = ascii("Title\0Song");
        ByteBuffer out = ByteBuffer.allocate(8 + item.length + 32).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(4).putInt(0).put(item);
        out.put(ascii("APETAGEX")).putInt(2_000).putInt(8 + item.length + 32).putInt(1);
        return out.array();
    }

    private byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void add(String name, int channels, double seconds, double tolerance, byte[]... parts)
            throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        Path file = Files.write(folder.resolve(name), all.toByteArray());
        samples.add(new Corpus.Sample(file, channels, seconds, tolerance));
    }
}
