/// Plain HTTP requests: routes, responses and access rules.
@NullMarked
package org.tonewire.signaling.server.http;

import org.jspecify.annotations.NullMarked;
