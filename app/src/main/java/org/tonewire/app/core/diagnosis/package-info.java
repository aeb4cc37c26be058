/// What a person sends along when something does not work, without what is nobody's business.
@NullMarked
package org.tonewire.app.core.diagnosis;

import org.jspecify.annotations.NullMarked;
