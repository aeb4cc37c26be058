package org.tonewire.app.core.device;

/// A device as its adapter knows it: stable while it is plugged in, and good for remembering it.
public record DeviceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
