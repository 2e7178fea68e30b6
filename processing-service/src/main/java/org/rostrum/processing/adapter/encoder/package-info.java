/** Encoders: built in, any ONNX file, an HTTP endpoint, or none. */
@NullMarked
package org.rostrum.processing.adapter.encoder;

import org.jspecify.annotations.NullMarked;
