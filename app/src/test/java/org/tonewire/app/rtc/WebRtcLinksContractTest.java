package org.tonewire.app.rtc;

/// The links of the program.
class WebRtcLinksContractTest extends PeerLinksContract {
    @Override
    LinkRig rig() {
        return new LinkRig();
    }
}
