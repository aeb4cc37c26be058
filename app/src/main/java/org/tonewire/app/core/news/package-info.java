/// What is told from outside a room: newer versions, and what the desktop is to tell.
@NullMarked
package org.tonewire.app.core.news;

import org.jspecify.annotations.NullMarked;
