/// Real processes for whole-system tests: a sound server of their own, players and recorders on it,
/// and the application itself.
@NullMarked
package org.tonewire.testbed;

import org.jspecify.annotations.NullMarked;
