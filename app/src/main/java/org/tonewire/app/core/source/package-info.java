/// What makes sound here: how a source is named, opened, and how it tells of its end.
@NullMarked
package org.tonewire.app.core.source;

import org.jspecify.annotations.NullMarked;
