package org.tonewire.signaling.room;

/// The limits of rooms.
///
/// @param participants in a room with an access key; memberships that are kept after a loss count,
///   too
/// @param openParticipants in a room without an access key, where participants do not form a mesh
///   of audio links
/// @param rooms that clients may create at a time; 0 if only the embedding program opens rooms
/// @param graceSeconds how long a membership is kept after its connection is lost
/// @param backlogMessages the number of messages that wait for a lost participant; one more ends
///   its membership
/// @param backlogCharacters the total length of these messages in characters
public record RoomLimits(
        int participants,
        int openParticipants,
        int rooms,
        int graceSeconds,
        int backlogMessages,
        int backlogCharacters) {
    public static final RoomLimits DEFAULT = new RoomLimits(16, 512, 1000, 6, 256, 256 * 1024);

    public RoomLimits withParticipants(int count) {
        return new RoomLimits(
                count, openParticipants, rooms, graceSeconds, backlogMessages, backlogCharacters);
    }

    public RoomLimits withOpenParticipants(int count) {
        return new RoomLimits(
                participants, count, rooms, graceSeconds, backlogMessages, backlogCharacters);
    }

    public RoomLimits withRooms(int count) {
        return new RoomLimits(
                participants,
                openParticipants,
                count,
                graceSeconds,
                backlogMessages,
                backlogCharacters);
    }

    public RoomLimits withGraceSeconds(int seconds) {
        return new RoomLimits(
                participants, openParticipants, rooms, seconds, backlogMessages, backlogCharacters);
    }

    /// The limits of rooms without a key.
    RoomLimits ofOpenRooms() {
        return new RoomLimits(
                openParticipants,
                openParticipants,
                rooms,
                graceSeconds,
                backlogMessages,
                backlogCharacters);
    }
}
