/// What several screens share: state and choices, no nodes.
@NullMarked
package org.tonewire.app.ui.model;

import org.jspecify.annotations.NullMarked;
