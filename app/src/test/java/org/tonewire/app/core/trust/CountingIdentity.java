package org.tonewire.app.core.trust;

import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// Another identity whose checks of seals are counted.
public final class CountingIdentity implements SessionIdentity {
    private final SessionIdentity identity;
    private int checks;

    public CountingIdentity(SessionIdentity identity) {
        this.identity = identity;
    }

    /// How many seals were checked.
    public int checks() {
        return checks;
    }

    @Override
    public IdentityKey key() {
        return identity.key();
    }

    @Override
    public JoinIdentity join(ParticipantName name, Nonce nonce, JoinProof proof) {
        return identity.join(name, nonce, proof);
    }

    @Override
    public Identity named(ParticipantName name) {
        return identity.named(name);
    }

    @Override
    public SessionIdentity under(MediaKey media) {
        return identity.under(media);
    }

    @Override
    public VerifyCode code(IdentityKey of, Role role) {
        return identity.code(of, role);
    }

    @Override
    public boolean trusts(Identity other, ParticipantName name, Role role) {
        return identity.trusts(other, name, role);
    }

    @Override
    public Seal seal(IdentityKey to, PeerMessage message) {
        return identity.seal(to, message);
    }

    @Override
    public Seal sealLeave() {
        return identity.sealLeave();
    }

    @Override
    public boolean isSealed(IdentityKey from, PeerMessage message, Seal seal) {
        checks++;
        return identity.isSealed(from, message, seal);
    }

    @Override
    public boolean isLeaveSealed(IdentityKey from, Seal seal) {
        checks++;
        return identity.isLeaveSealed(from, seal);
    }
}
