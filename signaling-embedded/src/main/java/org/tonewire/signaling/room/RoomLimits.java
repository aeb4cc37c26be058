package org.tonewire.signaling.room;

/// What rooms may grow to.
///
/// @param participants in one room with a key, those whose place is kept among them
/// @param openParticipants in one room without a key, where calls are not meshes of sound
/// @param rooms that clients may make by entering them; 0 where only the embedding program opens
///   rooms
/// @param graceSeconds for how long the place of a lost participant is kept
/// @param keptMessages for a lost participant; one more, and its place is given up
/// @param keptCharacters in these messages together
public record RoomLimits(
        int participants,
        int openParticipants,
        int rooms,
        int graceSeconds,
        int keptMessages,
        int keptCharacters) {
    public static final RoomLimits DEFAULT = new RoomLimits(16, 512, 1000, 6, 256, 256 * 1024);

    public RoomLimits withParticipants(int count) {
        return new RoomLimits(
                count, openParticipants, rooms, graceSeconds, keptMessages, keptCharacters);
    }

    public RoomLimits withOpenParticipants(int count) {
        return new RoomLimits(
                participants, count, rooms, graceSeconds, keptMessages, keptCharacters);
    }

    public RoomLimits withRooms(int count) {
        return new RoomLimits(
                participants, openParticipants, count, graceSeconds, keptMessages, keptCharacters);
    }

    public RoomLimits withGraceSeconds(int seconds) {
        return new RoomLimits(
                participants, openParticipants, rooms, seconds, keptMessages, keptCharacters);
    }

    /// The limits of rooms without a key.
    RoomLimits ofOpenRooms() {
        return new RoomLimits(
                openParticipants,
                openParticipants,
                rooms,
                graceSeconds,
                keptMessages,
                keptCharacters);
    }
}
