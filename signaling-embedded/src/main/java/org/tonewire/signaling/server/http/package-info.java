/// What the server answers to plain HTTP requests.
@NullMarked
package org.tonewire.signaling.server.http;

import org.jspecify.annotations.NullMarked;
