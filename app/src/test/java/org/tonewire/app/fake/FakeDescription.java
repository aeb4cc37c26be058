package org.tonewire.app.fake;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonewire.app.core.link.TrackId;

/// A session description of fake links. It is SDP enough for code that reads its fingerprint.
///
/// @param end that made it
/// @param number among this end's descriptions
/// @param path grows with each ICE restart
/// @param answered the offer that this one answers
/// @param tracks that it offers, or that it was offered
public record FakeDescription(
        int end, int number, int path, Optional<Answered> answered, List<TrackId> tracks) {
    /// An offer, named by its end and its number among that end's.
    public record Answered(int end, int number) {}

    private static final Answered NOTHING = new Answered(0, 0);

    public FakeDescription {
        tracks = List.copyOf(tracks);
    }

    public String sdp() {
        String names = tracks.stream().map(TrackId::value).collect(Collectors.joining(","));
        Answered offer = answered.orElse(NOTHING);
        HexFormat hex = HexFormat.ofDelimiter(":").withUpperCase();
        byte[] print = {(byte) (end >> 16), (byte) (end >> 8), (byte) end};
        return "v=0\r\ns="
                + end
                + ' '
                + number
                + ' '
                + path
                + ' '
                + offer.end()
                + ' '
                + offer.number()
                + ' '
                + names
                + "\r\na=fingerprint:sha-256 "
                + hex.formatHex(print);
    }

    /// The description; empty for any other text.
    public static Optional<FakeDescription> tryRead(String sdp) {
        try {
            return Optional.of(read(sdp));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /// @throws IllegalArgumentException or IndexOutOfBoundsException for any other text
    public static FakeDescription read(String sdp) {
        String[] words = sdp.split("\r\n", -1)[1].substring(2).split(" ", -1);
        int offer = Integer.parseInt(words[3]);
        return new FakeDescription(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                offer == 0
                        ? Optional.empty()
                        : Optional.of(new Answered(offer, Integer.parseInt(words[4]))),
                words[5].isEmpty()
                        ? List.of()
                        : Arrays.stream(words[5].split(",", -1)).map(TrackId::new).toList());
    }
}
