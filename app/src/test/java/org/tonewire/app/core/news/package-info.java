@NullMarked
package org.tonewire.app.core.news;

import org.jspecify.annotations.NullMarked;
