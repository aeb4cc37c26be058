package org.tonewire.app.core.link;

/// @param exactClock false where received sound is pulled at a pace that is not exact: long streams
///   may be stretched a little
/// @param callbackFailures callbacks from native code that failed and were caught, since the start
public record LinksHealth(boolean exactClock, long callbackFailures) {}
