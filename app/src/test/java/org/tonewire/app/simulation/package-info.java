/// Whole rooms in virtual time: real sessions and the real room model, on a simulated network.
@NullMarked
package org.tonewire.app.simulation;

import org.jspecify.annotations.NullMarked;
