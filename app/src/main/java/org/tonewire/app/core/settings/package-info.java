/// What a person chose and wants to find again.
@NullMarked
package org.tonewire.app.core.settings;

import org.jspecify.annotations.NullMarked;
