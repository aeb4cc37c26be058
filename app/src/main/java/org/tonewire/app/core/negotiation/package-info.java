/// The two links with one participant: their sealed messages, the rules by which a send link is
/// negotiated (a pure state machine) and its receiver answers, and how much of candidates and
/// control texts is read. Knows no participants, only identities and their addresses.
@NullMarked
package org.tonewire.app.core.negotiation;

import org.jspecify.annotations.NullMarked;
