package org.tonewire.app.rtc;

/// A link's end and the rig whose session thread owns it.
record End<T>(LinkRig rig, T link) {}
