/// State that several screens share; no nodes.
@NullMarked
package org.tonewire.app.ui.model;

import org.jspecify.annotations.NullMarked;
