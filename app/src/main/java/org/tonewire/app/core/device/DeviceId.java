package org.tonewire.app.core.device;

/// A device as its adapter knows it: stable while it is plugged in, and good for remembering it. A
/// person may type a part of it, or of the device's name, which is good for finding the device
/// once.
///
/// @param fit what of a device's id or name has to be the same
public record DeviceId(String value, Fit fit) {
    /// How much has to be the same.
    public enum Fit {
        WHOLE,
        PART
    }

    /// A device that was listed, or remembered.
    public DeviceId(String value) {
        this(value, Fit.WHOLE);
    }

    /// What a person typed.
    public static DeviceId typed(String text) {
        return new DeviceId(text, Fit.PART);
    }

    /// Whether a part of an id or a name is enough.
    public boolean isTyped() {
        return fit == Fit.PART;
    }

    /// The same, of which no part is enough: for a device that is to be taken back.
    public DeviceId whole() {
        return new DeviceId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
