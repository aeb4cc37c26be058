@NullMarked
package org.tonewire.app.ui.model;

import org.jspecify.annotations.NullMarked;
