package org.tonewire.signaling.room;

/// The limits of rooms.
///
/// @param maxParticipants in a room with an access key; memberships that are kept after a loss
///   count, too
/// @param maxOpenParticipants in a room without an access key, where participants do not form a
///   mesh of audio links
/// @param maxRooms that clients may create at a time; 0 if only the embedding program opens rooms
/// @param graceSeconds how long a membership is kept after its connection is lost
/// @param backlog the messages that wait for a lost participant
/// @param owners of rooms that owners open
public record RoomLimits(
        int maxParticipants,
        int maxOpenParticipants,
        int maxRooms,
        int graceSeconds,
        WaitingMessages backlog,
        OwnerLimits owners) {
    public static final RoomLimits DEFAULT =
            new RoomLimits(
                    16, 512, 1000, 6, new WaitingMessages(256, 256 * 1024), OwnerLimits.DEFAULT);

    /// Of more, those of the sender that sent most are dropped.
    ///
    /// @param bytes their total length
    public record WaitingMessages(int messages, int bytes) {}

    int backlogMessages() {
        return backlog.messages();
    }

    int backlogBytes() {
        return backlog.bytes();
    }

    public RoomLimits with(OwnerLimits changed) {
        return new RoomLimits(
                maxParticipants, maxOpenParticipants, maxRooms, graceSeconds, backlog, changed);
    }

    public RoomLimits withMaxParticipants(int count) {
        return new RoomLimits(count, maxOpenParticipants, maxRooms, graceSeconds, backlog, owners);
    }

    public RoomLimits withMaxOpenParticipants(int count) {
        return new RoomLimits(maxParticipants, count, maxRooms, graceSeconds, backlog, owners);
    }

    public RoomLimits withMaxRooms(int count) {
        return new RoomLimits(
                maxParticipants, maxOpenParticipants, count, graceSeconds, backlog, owners);
    }

    public RoomLimits withGraceSeconds(int seconds) {
        return new RoomLimits(
                maxParticipants, maxOpenParticipants, maxRooms, seconds, backlog, owners);
    }

    /// The limits of rooms without a key.
    RoomLimits ofOpenRooms() {
        return new RoomLimits(
                maxOpenParticipants, maxOpenParticipants, maxRooms, graceSeconds, backlog, owners);
    }
}
