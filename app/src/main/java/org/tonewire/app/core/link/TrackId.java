package org.tonewire.app.core.link;

/// A track within its publisher's link: the `msid` track id of the session description, equal to
/// the publisher's source id.
public record TrackId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
