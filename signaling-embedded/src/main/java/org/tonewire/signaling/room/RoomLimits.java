package org.tonewire.signaling.room;

/// The limits of rooms.
///
/// @param maxParticipants in a room with an access key; memberships that are kept after a loss
///   count, too
/// @param maxOpenParticipants in a room without an access key, where participants do not form a
///   mesh of audio links
/// @param maxRooms that clients may create at a time; 0 if only the embedding program opens rooms
/// @param graceSeconds how long a membership is kept after its connection is lost
/// @param backlogMessages the number of messages that wait for a lost participant; of more, those
///   of the sender that sent most are dropped
/// @param backlogBytes the total length of these messages
public record RoomLimits(
        int maxParticipants,
        int maxOpenParticipants,
        int maxRooms,
        int graceSeconds,
        int backlogMessages,
        int backlogBytes) {
    public static final RoomLimits DEFAULT = new RoomLimits(16, 512, 1000, 6, 256, 256 * 1024);

    public RoomLimits withMaxParticipants(int count) {
        return new RoomLimits(
                count, maxOpenParticipants, maxRooms, graceSeconds, backlogMessages, backlogBytes);
    }

    public RoomLimits withMaxOpenParticipants(int count) {
        return new RoomLimits(
                maxParticipants, count, maxRooms, graceSeconds, backlogMessages, backlogBytes);
    }

    public RoomLimits withMaxRooms(int count) {
        return new RoomLimits(
                maxParticipants,
                maxOpenParticipants,
                count,
                graceSeconds,
                backlogMessages,
                backlogBytes);
    }

    public RoomLimits withGraceSeconds(int seconds) {
        return new RoomLimits(
                maxParticipants,
                maxOpenParticipants,
                maxRooms,
                seconds,
                backlogMessages,
                backlogBytes);
    }

    /// The limits of rooms without a key.
    RoomLimits ofOpenRooms() {
        return new RoomLimits(
                maxOpenParticipants,
                maxOpenParticipants,
                maxRooms,
                graceSeconds,
                backlogMessages,
                backlogBytes);
    }
}
