package org.tonewire.app.core.link;

/// A track within its sender's link: the `msid` track id of the session description, equal to the
/// sender's source id.
public record TrackId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
