package org.tonewire.app.core.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The words of one participant. They read their words to another person, who sees the same ones
/// beside their name: then nobody is between these two, not even somebody who has the invite, and
/// the server.
///
/// The words stand for the identity key of the participant alone, so an attacker needs another key
/// with the words of this one (a second preimage); two keys that agree with each other are of no
/// use. Nine words are 72 bits: 2^72 trials on average, within the hours in which the identity is
/// used. They depend on the media key, so that nobody without the invite can begin earlier.
///
/// @param words of 256 English words, each known by its first four letters
public record VerifyCode(List<String> words) {
    /// How many words there are.
    public static final int WORDS = 9;

    private static final String LIST = "verify-words.txt";
    private static final List<String> ALL = read();

    public VerifyCode {
        words = List.copyOf(words);
    }

    /// One word for each byte.
    static VerifyCode of(byte[] bytes) {
        List<String> words = new ArrayList<>();
        for (byte each : bytes) {
            words.add(ALL.get(Byte.toUnsignedInt(each)));
        }
        return new VerifyCode(words);
    }

    /// The 256 words, in the order of the bytes.
    static List<String> all() {
        return ALL;
    }

    private static List<String> read() {
        try (InputStream in = VerifyCode.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: no " + LIST);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException("the program is incomplete: " + LIST, e);
        }
    }

    /// The words in a row.
    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
