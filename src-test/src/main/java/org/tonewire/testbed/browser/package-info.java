/// A real browser for tests of web pages.
@NullMarked
package org.tonewire.testbed.browser;

import org.jspecify.annotations.NullMarked;
